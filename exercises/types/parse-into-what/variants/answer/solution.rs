pub fn both(a: &str, b: &str) -> bool {
    let a: bool = a.parse().unwrap();
    let b: bool = b.parse().unwrap();
    a && b
}
