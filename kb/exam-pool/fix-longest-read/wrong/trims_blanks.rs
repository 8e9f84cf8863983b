use std::io::{self, BufRead};

fn longest<R: BufRead>(input: R) -> io::Result<String> {
    let mut best = String::new();
    for line in input.lines() {
        let line = line?;
        if line.trim().chars().count() > best.chars().count() {
            best = line.trim().to_string();
        }
    }
    Ok(best)
}

fn main() {}
