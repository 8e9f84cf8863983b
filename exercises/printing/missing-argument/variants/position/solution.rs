pub fn swap(a: &str, b: &str) -> String {
    format!("{1} {0} {1}", a, b)
}
