use std::io::{self, BufRead};

fn longest<R: BufRead>(mut input: R) -> io::Result<String> {
    let mut best = String::new();
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        if line.len() > best.len() {
            best = line.clone();
        }
        line.clear();
    }
    Ok(best)
}

fn main() {}
