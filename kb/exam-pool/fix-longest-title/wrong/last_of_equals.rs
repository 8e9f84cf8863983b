fn longest<'a>(left: &'a [String], right: &'a [String]) -> Option<&'a str> {
    left.iter()
        .chain(right)
        .map(|title| title.as_str())
        .max_by_key(|title| title.len())
}

fn main() {}
