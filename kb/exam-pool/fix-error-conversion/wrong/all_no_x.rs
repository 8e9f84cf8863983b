use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
enum OrderError {
    NoX,
    BadCount(ParseIntError),
}

impl From<ParseIntError> for OrderError {
    fn from(_: ParseIntError) -> OrderError {
        OrderError::NoX
    }
}

fn parse_order(line: &str) -> Result<(u32, String), OrderError> {
    let (count, thing) = line.split_once(" x ").ok_or(OrderError::NoX)?;
    let count = count.trim().parse::<u32>()?;
    Ok((count, thing.trim().to_string()))
}

fn main() {}
