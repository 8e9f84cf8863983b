#[derive(Debug, PartialEq)]
enum SeatError {
    Empty,
    BadLetter,
    BadRow,
}

fn parse_seat(code: &str) -> Result<(u8, char), SeatError> {
    let code = code.trim();
    let letter = code.chars().last().ok_or(SeatError::Empty)?;
    let row = code[..code.len() - letter.len_utf8()].parse();
    let row: u8 = row.map_err(|_| SeatError::BadRow)?;
    let letter = letter.to_ascii_uppercase();
    if !('A'..='F').contains(&letter) {
        return Err(SeatError::BadLetter);
    }
    if row == 0 || row > 60 {
        return Err(SeatError::BadRow);
    }
    Ok((row, letter))
}

fn main() {}
