enum Command {
    Move(i32, i32),
    Stop,
}

fn run(c: Command) -> String {
    match c {
        Command::Move(x) => format!("go {x}"),
        Command::Stop => "stop".to_string(),
    }
}

fn main() {
    println!("{} {}", run(Command::Move(1, 2)), run(Command::Stop));
}
