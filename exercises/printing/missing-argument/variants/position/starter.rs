pub fn swap(a: &str, b: &str) -> String {
    format!("{2} {1} {2}", a, b)
}
