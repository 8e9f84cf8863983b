pub fn funnier(a: &str, b: &str) -> &str {
    if b.matches('!').count() > a.matches('!').count() {
        b
    } else {
        a
    }
}
