use std::collections::{BTreeMap, BTreeSet};

type Person = (String, Vec<String>);

fn speakers(people: &[Person]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found = BTreeMap::new();
    for (name, languages) in people {
        for language in languages {
            found
                .entry(language.as_str())
                .or_insert_with(|| BTreeSet::from([name.as_str()]));
        }
    }
    found
}

fn main() {}
