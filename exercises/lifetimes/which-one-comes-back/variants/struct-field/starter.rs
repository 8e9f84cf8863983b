pub struct Headline {
    pub text: &str,
}

pub fn headline(page: &str) -> Headline {
    let text = page.lines().next().unwrap_or("");
    Headline { text }
}
