pub fn pick<'a>(first: &'a str, second: &'a str, lucky: bool) -> &'a str {
    if lucky {
        first
    } else {
        let _ = second;
        first
    }
}
