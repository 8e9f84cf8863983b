pub enum Message {
    // three kinds
}

pub fn preview(message: &Message) -> String {
    todo!()
}
