use std::io::{self, BufRead};

fn longest<R: BufRead>(mut input: R) -> io::Result<String> {
    let mut best = String::new();
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        if line.len() > best.len() {
            best = line.clone();
        }
    }
    Ok(best)
}

fn main() {
    println!("{:?}", longest("one\nthree\nseven\n".as_bytes()));
}
