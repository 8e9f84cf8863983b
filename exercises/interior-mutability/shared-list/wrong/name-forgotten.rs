use std::cell::RefCell;
use std::rc::Rc;

#[derive(Default)]
pub struct Log {
    lines: Rc<RefCell<Vec<String>>>,
}

pub struct Player {
    name: String,
    lines: Rc<RefCell<Vec<String>>>,
}

impl Log {
    pub fn new() -> Log {
        Log::default()
    }

    pub fn player(&self, name: &str) -> Player {
        Player {
            name: name.to_string(),
            lines: Rc::clone(&self.lines),
        }
    }

    pub fn lines(&self) -> Vec<String> {
        self.lines.borrow().clone()
    }
}

impl Player {
    pub fn say(&self, text: &str) {
        let line = format!("{text}{}", &self.name[..0]);
        self.lines.borrow_mut().push(line);
    }
}
