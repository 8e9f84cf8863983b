pub enum Key {
    Start,
    Cancel,
    Digit(u8),
    Help,
}

#[allow(unreachable_patterns)]
pub fn press(key: Key) -> &'static str {
    match key {
        Key::Start => "ready",
        Key::Cancel => "coins back",
        Key::Digit(_) => "juice",
        Key::Digit(0) => "tea",
        Key::Help => "call 555",
    }
}
