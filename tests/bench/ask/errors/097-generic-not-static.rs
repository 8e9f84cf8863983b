trait Task {
    fn go(&self);
}

struct Runner {
    tasks: Vec<Box<dyn Task>>,
}

impl Runner {
    fn add<T: Task>(&mut self, task: T) {
        self.tasks.push(Box::new(task));
    }
}

struct Print(u8);
impl Task for Print {
    fn go(&self) {
        println!("{}", self.0);
    }
}

fn main() {
    let mut r = Runner { tasks: Vec::new() };
    r.add(Print(3));
    r.tasks[0].go();
}
