mod token;

use token::{Token, tokens};

#[derive(Debug, PartialEq)]
pub enum Trouble {
    Syntax,
    Division,
}

struct Parser {
    tokens: Vec<Token>,
    place: usize,
}

impl Parser {
    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.place).copied()
    }

    /// Takes the next token if it is this sign.
    fn take(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(Token::Sign(sign));
        if found {
            self.place += 1;
        }
        found
    }

    fn sum(&mut self) -> Result<i64, Trouble> {
        let mut value = self.product()?;
        loop {
            if self.take('+') {
                value += self.product()?;
            } else if self.take('-') {
                value -= self.product()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn product(&mut self) -> Result<i64, Trouble> {
        let mut value = self.atom()?;
        loop {
            if self.take('*') {
                value *= self.atom()?;
            } else if self.take('/') {
                value = value.checked_div(self.atom()?).ok_or(Trouble::Division)?;
            } else {
                return Ok(value);
            }
        }
    }

    fn atom(&mut self) -> Result<i64, Trouble> {
        if self.take('-') {
            return Ok(-self.atom()?);
        }
        if self.take('(') {
            let value = self.sum()?;
            return if self.take(')') {
                Ok(value)
            } else {
                Err(Trouble::Syntax)
            };
        }
        match self.peek() {
            Some(Token::Number(number)) => {
                self.place += 1;
                Ok(number)
            }
            _ => Err(Trouble::Syntax),
        }
    }
}

pub fn eval(text: &str) -> Result<i64, Trouble> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        place: 0,
    };
    let value = parser.sum()?;

    Ok(value)
}
