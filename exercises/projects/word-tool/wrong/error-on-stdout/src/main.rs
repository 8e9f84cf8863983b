use std::io::Read;
use std::process::ExitCode;
use word_tool::count;

fn main() -> ExitCode {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .expect("input is not text");
    let counts = count(&text);
    match std::env::args().nth(1).as_deref() {
        None => println!("{} {} {}", counts.lines, counts.words, counts.bytes),
        Some("-w") => println!("{}", counts.words),
        Some("-l") => println!("{}", counts.lines),
        Some(other) => {
            println!("unknown option: {other}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
