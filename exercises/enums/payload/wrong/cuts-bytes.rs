pub enum Message {
    Text(String),
    Photo { width: u32, height: u32 },
    Leave,
}

pub fn preview(message: &Message) -> String {
    match message {
        Message::Text(text) => text[..text.len().min(10)].to_string(),
        Message::Photo { width, height } => format!("[photo {width}x{height}]"),
        Message::Leave => String::from("[left]"),
    }
}
