use std::io::{self, BufRead};

fn longest<R: BufRead>(input: R) -> io::Result<String> {
    let mut best = String::new();
    for line in input.lines() {
        let line = line?;
        if line.len() > best.len() {
            best = line;
        }
    }
    Ok(best)
}

fn main() {}
