pub fn greet(name: &str, unread: u32) -> String {
    format!("Hello {}, you have {} new letters.", name)
}
