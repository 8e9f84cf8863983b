pub fn visitors(log: &str) -> usize {
    let people = log.split_whitespace().collect();
    people.len()
}
