use std::collections::BTreeMap;

pub fn index(names: &[&str]) -> BTreeMap<char, Vec<String>> {
    todo!()
}
