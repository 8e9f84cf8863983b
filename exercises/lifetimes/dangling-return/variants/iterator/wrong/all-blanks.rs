pub fn clean(line: &str) -> String {
    line.replace(' ', "").to_lowercase()
}
