pub fn tidy(list: &mut Vec<&str>) {
    list.sort();
    list.dedup();
}
