pub fn sentence(names: &[&str]) -> String {
    if names.is_empty() {
        return String::from("nobody");
    }
    names.join(", ")
}
