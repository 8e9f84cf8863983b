use std::cell::Cell;

pub struct Page {
    text: String,
    views: Cell<u32>,
}

impl Page {
    pub fn new(text: &str) -> Self {
        Page {
            text: text.to_string(),
            views: Cell::new(0),
        }
    }

    pub fn show(&self) -> &str {
        self.views.set(self.views.get() + 1);
        &self.text
    }

    pub fn views(&self) -> u32 {
        self.views.get()
    }
}
