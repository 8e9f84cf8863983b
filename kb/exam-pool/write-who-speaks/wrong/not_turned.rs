use std::collections::{BTreeMap, BTreeSet};

type Person = (String, Vec<String>);

fn speakers(people: &[Person]) -> BTreeMap<&str, BTreeSet<&str>> {
    people
        .iter()
        .map(|(name, languages)| {
            let set = languages.iter().map(String::as_str).collect();
            (name.as_str(), set)
        })
        .collect()
}

fn main() {}
