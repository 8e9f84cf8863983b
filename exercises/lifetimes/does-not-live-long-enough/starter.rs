pub fn nicknames(names: &[&str]) -> String {
    let mut list = Vec::new();
    for name in names {
        let short: String = name.chars().take(3).collect();
        list.push(short.as_str());
    }
    list.join(",")
}
