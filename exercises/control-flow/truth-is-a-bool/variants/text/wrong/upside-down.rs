pub fn greet(name: &str) -> String {
    if !name.is_empty() {
        String::from("hello")
    } else {
        format!("hello {name}")
    }
}
