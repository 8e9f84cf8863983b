use std::io::Read;
use std::process::ExitCode;
use word_tool::count;

fn main() -> ExitCode {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .expect("input is not text");
    let counts = count(&text);
    todo!("print {counts:?}")
}
