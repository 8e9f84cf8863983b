pub fn nicknames(names: &[&str]) -> String {
    let mut list = Vec::new();
    for name in names {
        let short = &name[..3];
        list.push(short);
    }
    list.join(",")
}
