pub struct Parser<'t> {
    rest: &'t str,
}

impl<'t> Parser<'t> {
    pub fn new(text: &'t str) -> Self {
        Parser { rest: text }
    }

    pub fn word(&mut self) -> Option<&'t str> {
        let rest = self.rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(' ').unwrap_or(rest.len());
        let _ = &rest[end..];
        Some(&rest[..end])
    }
}
