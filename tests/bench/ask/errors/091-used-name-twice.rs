use std::fmt::Result;
use std::io::Result;

fn load() -> Result<String> {
    std::fs::read_to_string("a.txt")
}

fn main() {
    println!("{}", load().is_ok());
}
