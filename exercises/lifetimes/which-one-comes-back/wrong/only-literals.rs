pub fn funnier(a: &'static str, b: &'static str) -> &'static str {
    if b.matches('!').count() > a.matches('!').count() {
        b
    } else {
        a
    }
}
