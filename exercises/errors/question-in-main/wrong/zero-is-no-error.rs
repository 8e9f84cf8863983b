use std::num::ParseIntError;

pub fn double(text: &str) -> Result<i32, ParseIntError> {
    let n: i32 = text.trim().parse().unwrap_or(0);
    Ok(n * 2)
}
