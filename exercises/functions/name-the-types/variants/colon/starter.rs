pub fn join(&str first, &str second) -> String {
    format!("{first}-{second}")
}
