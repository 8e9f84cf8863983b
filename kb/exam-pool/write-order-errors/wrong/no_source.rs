use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
enum OrderError {
    Empty,
    BadNumber(ParseIntError),
    TooMany { left: u32, name: String },
}

impl fmt::Display for OrderError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            OrderError::Empty => write!(f, "the order is empty"),
            OrderError::BadNumber(_) => write!(f, "bad number"),
            OrderError::TooMany { left, name } => write!(f, "only {left} of {name}"),
        }
    }
}

impl Error for OrderError {}

impl From<ParseIntError> for OrderError {
    fn from(reason: ParseIntError) -> Self {
        OrderError::BadNumber(reason)
    }
}

fn read_order(line: &str, left: u32) -> Result<(u32, String), OrderError> {
    let (number, name) = line.trim().split_once(' ').ok_or(OrderError::Empty)?;
    let (wanted, name) = (number.parse::<u32>()?, name.to_string());
    if wanted > left {
        return Err(OrderError::TooMany { left, name });
    }
    Ok((wanted, name))
}

fn main() {}
