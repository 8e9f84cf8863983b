use std::io::{self, BufRead};

fn longest<R: BufRead>(mut input: R) -> io::Result<String> {
    let mut best = String::new();
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let text = line.trim_end_matches(['\n', '\r']);
        if text.chars().count() > best.chars().count() {
            best = text.to_string();
        }
        line.clear();
    }
    Ok(best)
}

fn main() {
    println!("{:?}", longest("one\nthree\nseven\n".as_bytes()));
}
