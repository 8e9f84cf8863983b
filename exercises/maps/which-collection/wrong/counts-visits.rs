pub fn visitors(log: &str) -> usize {
    let people: Vec<&str> = log.split_whitespace().collect();
    people.len()
}
