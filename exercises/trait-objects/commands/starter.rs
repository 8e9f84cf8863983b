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
        todo!()
    }

    fn undo(&mut self, text: &mut String) {
        todo!()
    }
}

impl Command for Clear {
    fn run(&mut self, text: &mut String) {
        todo!()
    }

    fn undo(&mut self, text: &mut String) {
        todo!()
    }
}

#[derive(Default)]
pub struct Editor {
    pub text: String,
    done: Vec<Box<dyn Command>>,
}

impl Editor {
    pub fn execute(&mut self, mut command: Box<dyn Command>) {
        todo!()
    }

    pub fn undo(&mut self) -> bool {
        todo!()
    }
}
