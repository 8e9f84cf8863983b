use std::fmt::Debug;

struct Log {
    lines: Vec<String>,
}

impl Log {
    fn add<T>(&mut self, item: T) {
        self.lines.push(format!("{:?}", item));
    }

    fn last(&self) -> Option<&String> {
        self.lines.last()
    }
}

fn main() {
    let mut log = Log { lines: vec![] };
    log.add(5);
    log.add("five");
    let last = log.last();
    log.add(Some(1.5));
    println!("{:?} of {}", last, log.lines.len());
}
