use std::io::{self, BufRead};

fn total<R: BufRead>(input: R) -> io::Result<i64> {
    let mut sum = 0;
    for line in input.lines() {
        sum += line?.trim().parse().unwrap_or(0);
    }
    Ok(sum)
}

fn main() {}
