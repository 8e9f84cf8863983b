pub fn both(a: &str, b: &str) -> bool {
    let a = a.parse().unwrap();
    let b = b.parse().unwrap();
    a == true && b == true
}
