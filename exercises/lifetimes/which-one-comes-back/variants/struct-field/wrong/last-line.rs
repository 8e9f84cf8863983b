pub struct Headline<'a> {
    pub text: &'a str,
}

pub fn headline(page: &str) -> Headline<'_> {
    let text = page.lines().last().unwrap_or("");
    Headline { text }
}
