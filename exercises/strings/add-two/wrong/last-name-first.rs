pub fn full_name(first: &str, last: &str) -> String {
    last.to_string() + " " + first
}
