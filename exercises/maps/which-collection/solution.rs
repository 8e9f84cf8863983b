use std::collections::HashSet;

pub fn visitors(log: &str) -> usize {
    let people: HashSet<&str> = log.split_whitespace().collect();
    people.len()
}
