pub fn message(queue: &[&str]) -> &'static str {
    match queue.concat().len().saturating_sub(1) {
        0 => "no one",
        1 => "one",
        _ => "many",
    }
}
