pub fn message(queue: &[&str]) -> &'static str {
    match queue.len() {
        0 => "no one",
        1 => "one",
        _ => "many",
    }
}
