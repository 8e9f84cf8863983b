use std::io::{self, BufRead};

fn total<R: BufRead>(input: R) -> io::Result<i64> {
    let (mut sum, mut n) = (0, 0);
    for line in input.lines() {
        let line = line?;
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        n += 1;
        let number: i64 = line
            .parse()
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, format!("line {n}")))?;
        sum += number;
    }
    Ok(sum)
}

fn main() {}
