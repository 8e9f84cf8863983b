use std::collections::HashMap;

pub fn nick<'a>(names: &HashMap<&'a str, &'a str>, name: &'a str) -> &'a str {
    names.get(name).copied().unwrap()
}
