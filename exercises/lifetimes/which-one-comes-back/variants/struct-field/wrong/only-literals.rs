pub struct Headline {
    pub text: &'static str,
}

pub fn headline(page: &'static str) -> Headline {
    let text = page.lines().next().unwrap_or("");
    Headline { text }
}
