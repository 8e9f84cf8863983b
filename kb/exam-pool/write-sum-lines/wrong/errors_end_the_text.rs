use std::io::{self, BufRead};

fn total<R: BufRead>(input: R) -> io::Result<i64> {
    let mut sum = 0;
    for (i, line) in input.lines().map_while(Result::ok).enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let number: i64 = line
            .parse()
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, format!("line {}", i + 1)))?;
        sum += number;
    }
    Ok(sum)
}

fn main() {}
