pub struct Parser<'t> {
    rest: &'t str,
}

impl Parser<'_> {
    pub fn new(text: &str) -> Parser<'_> {
        Parser { rest: text }
    }

    pub fn word(&mut self) -> Option<&str> {
        let rest = self.rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(' ').unwrap_or(rest.len());
        self.rest = &rest[end..];
        Some(&rest[..end])
    }
}
