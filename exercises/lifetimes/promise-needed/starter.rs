pub fn pick<'a>(first: &'a str, second: &str, lucky: bool) -> &'a str {
    if lucky { first } else { second }
}
