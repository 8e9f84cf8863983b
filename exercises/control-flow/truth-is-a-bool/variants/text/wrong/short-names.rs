pub fn greet(name: &str) -> String {
    if name.len() <= 2 {
        String::from("hello")
    } else {
        format!("hello {name}")
    }
}
