use std::collections::HashSet;

pub fn visitors(log: &str) -> usize {
    let people: HashSet<char> = log.chars().filter(|c| *c != ' ').collect();
    people.len().max(log.split(' ').count())
}
