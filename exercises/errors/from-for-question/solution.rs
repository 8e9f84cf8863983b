use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum GameError {
    NotANumber,
    OutOfRange(u32),
}

impl From<ParseIntError> for GameError {
    fn from(_: ParseIntError) -> Self {
        GameError::NotANumber
    }
}

pub fn level(text: &str) -> Result<u32, GameError> {
    let n = text.parse::<u32>()?;
    if (1..=9).contains(&n) {
        Ok(n)
    } else {
        Err(GameError::OutOfRange(n))
    }
}
