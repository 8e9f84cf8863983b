use std::collections::{BTreeMap, BTreeSet};

type Person = (String, Vec<String>);

fn speakers(people: &[Person]) -> BTreeMap<&str, BTreeSet<&str>> {
    todo!()
}

fn main() {
    let people = [
        ("Bo".to_string(), vec!["de".to_string(), "fr".to_string()]),
        ("Al".to_string(), vec!["fr".to_string()]),
    ];
    println!("{:?}", speakers(&people));
}
