pub trait Command {
    fn run(&mut self, text: &mut String);
    fn undo(&mut self, text: &mut String);
}

pub struct Append(pub String);

#[derive(Default)]
pub struct Clear {
    old: String,
}

impl Command for Append {
    fn run(&mut self, text: &mut String) {
        text.push_str(&self.0);
    }

    fn undo(&mut self, text: &mut String) {
        text.truncate(text.len() - self.0.len());
    }
}

impl Command for Clear {
    fn run(&mut self, text: &mut String) {
        self.old = std::mem::take(text);
    }

    fn undo(&mut self, text: &mut String) {
        *text = std::mem::take(&mut self.old);
    }
}

#[derive(Default)]
pub struct Editor {
    pub text: String,
    done: Vec<Box<dyn Command>>,
}

impl Editor {
    pub fn execute(&mut self, mut command: Box<dyn Command>) {
        command.run(&mut self.text);
        self.done.push(command);
    }

    pub fn undo(&mut self) -> bool {
        match self.done.pop() {
            Some(mut command) => {
                command.undo(&mut self.text);
                true
            }
            None => false,
        }
    }
}
