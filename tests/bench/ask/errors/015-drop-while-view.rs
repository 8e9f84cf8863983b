struct Log {
    lines: Vec<String>,
}

impl Log {
    fn last(&self) -> &str {
        self.lines.last().map(|s| s.as_str()).unwrap_or("")
    }
}

fn main() {
    let log = Log { lines: vec!["start".to_string(), "stop".to_string()] };
    let last = log.last();
    drop(log);
    println!("ended with {last}");
}
