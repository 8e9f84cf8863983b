pub fn middle_name(name: &str) -> String {
    let parts: Vec<&str> = name.to_lowercase().split(' ').collect();
    match parts[..] {
        [_, middle, _] => middle.to_string(),
        _ => String::new(),
    }
}
