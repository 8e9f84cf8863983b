pub fn middle_name(name: &str) -> String {
    let small = name.to_lowercase();
    let parts: Vec<&str> = small.split(' ').collect();
    match parts[..] {
        [_, middle, _] => middle.to_string(),
        _ => String::new(),
    }
}
