pub fn show(list: &[i32]) -> String {
    list.iter().map(|n| n.to_string()).collect()
}
