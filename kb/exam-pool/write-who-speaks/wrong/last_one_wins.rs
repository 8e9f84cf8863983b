use std::collections::{BTreeMap, BTreeSet};

type Person = (String, Vec<String>);

fn speakers(people: &[Person]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found = BTreeMap::new();
    for (name, languages) in people {
        for language in languages {
            found.insert(language.as_str(), BTreeSet::from([name.as_str()]));
        }
    }
    found
}

fn main() {}
