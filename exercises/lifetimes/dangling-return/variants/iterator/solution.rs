pub fn clean(line: &str) -> String {
    line.trim().to_lowercase()
}
