pub fn swap(a: &str, b: &str) -> String {
    format!("{} {} {}", a, b, b)
}
