pub fn clean(line: &str) -> &str {
    let small = line.to_lowercase();
    small.trim()
}
