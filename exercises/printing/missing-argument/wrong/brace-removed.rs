pub fn greet(name: &str, _unread: u32) -> String {
    format!("Hello {}, you have new letters.", name)
}
