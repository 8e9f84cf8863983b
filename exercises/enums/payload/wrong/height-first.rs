pub enum Message {
    Text(String),
    Photo { width: u32, height: u32 },
    Leave,
}

pub fn preview(message: &Message) -> String {
    match message {
        Message::Text(text) => text.chars().take(10).collect(),
        Message::Photo { width, height } => format!("[photo {height}x{width}]"),
        Message::Leave => String::from("[left]"),
    }
}
