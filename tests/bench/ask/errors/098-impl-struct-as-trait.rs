struct Logger {
    lines: u32,
}

struct FileLogger;

impl Logger for FileLogger {}

fn main() {
    let l = Logger { lines: 0 };
    println!("{}", l.lines);
    let _ = FileLogger;
}
