pub struct Page {
    text: String,
    views: u32,
}

impl Page {
    pub fn new(text: &str) -> Self {
        Page {
            text: text.to_string(),
            views: 0,
        }
    }

    pub fn show(&mut self) -> &str {
        self.views += 1;
        &self.text
    }

    pub fn views(&self) -> u32 {
        self.views
    }
}
