pub fn full_name(first: String, last: &str) -> String {
    format!("{first} {last}")
}
