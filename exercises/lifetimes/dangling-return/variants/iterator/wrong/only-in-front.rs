pub fn clean(line: &str) -> String {
    line.trim_start().to_lowercase()
}
