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
        todo!("products with + and - between them")
    }

    fn product(&mut self) -> Result<i64, Trouble> {
        todo!("atoms with * and / between them")
    }

    fn atom(&mut self) -> Result<i64, Trouble> {
        todo!("a number, a bracket, or a minus and an atom")
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
