pub fn tidy(list: &Vec<&str>) {
    let mut list = list.clone();
    list.sort();
    list.dedup();
}
