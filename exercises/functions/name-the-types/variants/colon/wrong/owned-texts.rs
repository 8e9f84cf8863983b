pub fn join(first: String, second: String) -> String {
    format!("{first}-{second}")
}
