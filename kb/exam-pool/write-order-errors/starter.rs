use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
enum OrderError {
    Empty,
    BadNumber(ParseIntError),
    TooMany { left: u32, name: String },
}

// Your code: Display, Error and From for OrderError.

fn read_order(line: &str, left: u32) -> Result<(u32, String), OrderError> {
    let (number, name) = line.trim().split_once(' ').ok_or(OrderError::Empty)?;
    let (wanted, name) = (number.parse::<u32>()?, name.to_string());
    if wanted > left {
        return Err(OrderError::TooMany { left, name });
    }
    Ok((wanted, name))
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("{:?}", read_order("3 tea", 5)?);
    Ok(())
}
