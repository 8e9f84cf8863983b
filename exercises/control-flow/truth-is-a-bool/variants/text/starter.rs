pub fn greet(name: &str) -> String {
    if name {
        format!("hello {name}")
    } else {
        String::from("hello")
    }
}
