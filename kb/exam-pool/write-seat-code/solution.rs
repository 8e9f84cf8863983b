#[derive(Debug, PartialEq)]
enum SeatError {
    Empty,
    BadLetter,
    BadRow,
}

fn parse_seat(code: &str) -> Result<(u8, char), SeatError> {
    let code = code.trim();
    let letter = code.chars().last().ok_or(SeatError::Empty)?;
    let row = &code[..code.len() - letter.len_utf8()];
    let letter = letter.to_ascii_uppercase();
    if !('A'..='F').contains(&letter) {
        return Err(SeatError::BadLetter);
    }
    if !row.bytes().all(|b| b.is_ascii_digit()) {
        return Err(SeatError::BadRow);
    }
    match row.parse() {
        Ok(number @ 1..=60) => Ok((number, letter)),
        _ => Err(SeatError::BadRow),
    }
}

fn main() {
    for code in ["12C", " 7f ", "61A", "12", ""] {
        println!("{:?}", parse_seat(code));
    }
}
