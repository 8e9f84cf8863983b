#[derive(Debug, PartialEq)]
enum SeatError {
    Empty,
    BadLetter,
    BadRow,
}

fn parse_seat(code: &str) -> Result<(u8, char), SeatError> {
    let code = code.trim().to_uppercase();
    if code.is_empty() {
        return Err(SeatError::Empty);
    }
    let (row, letter) = code.split_at(code.len() - 1);
    let letter = letter.chars().next().unwrap();
    if !('A'..='F').contains(&letter) {
        return Err(SeatError::BadLetter);
    }
    let row: u8 = row.parse().map_err(|_| SeatError::BadRow)?;
    Ok((row, letter))
}

fn main() {}
