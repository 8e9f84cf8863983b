use std::collections::{BTreeMap, BTreeSet};

type Person = (String, Vec<String>);

fn speakers(people: &[Person]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, languages) in people {
        for language in languages {
            found.entry(language).or_default().insert(name);
        }
    }
    found
}

fn main() {
    let people = [
        ("Bo".to_string(), vec!["de".to_string(), "fr".to_string()]),
        ("Al".to_string(), vec!["fr".to_string()]),
    ];
    println!("{:?}", speakers(&people));
}
