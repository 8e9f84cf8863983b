pub fn join(first: &str, second: &str) -> String {
    format!("{first}-{second}")
}
