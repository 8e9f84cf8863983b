pub fn funnier<'a>(a: &'a str, b: &'a str) -> &'a str {
    if b.matches('!').count() > a.matches('!').count() {
        b
    } else {
        a
    }
}
