use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
enum OrderError {
    NoX,
    BadCount(ParseIntError),
}

fn parse_order(line: &str) -> Result<(u32, String), OrderError> {
    let (count, thing) = line.split_once(" x ").ok_or(OrderError::NoX)?;
    let count = count.trim().parse::<u32>()?;
    Ok((count, thing.trim().to_string()))
}

fn main() {
    for line in ["3 x tea", "tea", "many x tea"] {
        println!("{:?}", parse_order(line));
    }
}
