pub fn greeting(name: &str) -> &str {
    let text = format!("Dear {name},");
    &text
}
