use std::io::{self, BufRead};

fn total<R: BufRead>(input: R) -> io::Result<i64> {
    let mut sum = 0;
    for (i, line) in input.lines().enumerate() {
        let line = line?;
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let number: i64 = line.parse().map_err(|_| {
            let text = format!("line {}: `{line}` is no number", i + 1);
            io::Error::new(io::ErrorKind::InvalidData, text)
        })?;
        sum += number;
    }
    Ok(sum)
}

fn main() {
    println!("{:?}", total("4\n\n# tax\n -1 \n".as_bytes()));
    println!("{:?}", total("4\n\nfour\n".as_bytes()));
}
