use std::collections::BTreeMap;

pub fn index(names: &[&str]) -> BTreeMap<char, Vec<String>> {
    let mut map: BTreeMap<char, Vec<String>> = BTreeMap::new();
    for name in names {
        if let Some(letter) = name.chars().next() {
            map.insert(letter, vec![name.to_string()]);
        }
    }
    for group in map.values_mut() {
        group.sort();
    }
    map
}
