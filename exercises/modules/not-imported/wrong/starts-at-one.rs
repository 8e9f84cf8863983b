use std::collections::HashMap;

pub fn count(letters: &str) -> Vec<(char, u32)> {
    let mut map = HashMap::new();
    for letter in letters.chars() {
        *map.entry(letter).or_insert(1) += 1;
    }
    let mut list: Vec<(char, u32)> = map.into_iter().collect();
    list.sort();
    list
}
