pub fn tidy(list: &mut Vec<&str>) {
    list.dedup();
    list.sort();
}
