pub fn greeting(name: &str) -> String {
    format!("Dear {name},")
}
