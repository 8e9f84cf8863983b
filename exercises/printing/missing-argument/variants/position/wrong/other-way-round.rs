pub fn swap(a: &str, b: &str) -> String {
    format!("{0} {1} {0}", a, b)
}
