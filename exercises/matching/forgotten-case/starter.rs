pub enum Key {
    Start,
    Cancel,
    Digit(u8),
    Help,
}

pub fn press(key: Key) -> &'static str {
    match key {
        Key::Start => "ready",
        Key::Cancel => "coins back",
        Key::Digit(0) => "tea",
        Key::Digit(_) => "juice",
    }
}
