pub fn join(first, second) -> String {
    format!("{first}-{second}")
}
