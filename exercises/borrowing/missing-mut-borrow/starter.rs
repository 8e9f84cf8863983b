pub fn tidy(list: &Vec<&str>) {
    list.sort();
    list.dedup();
}
