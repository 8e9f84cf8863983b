use crate::Trouble;

#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Token {
    Number(i64),
    Sign(char),
}

pub fn tokens(text: &str) -> Result<Vec<Token>, Trouble> {
    let mut list = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        if end > 0 {
            let number = rest[..end].parse().map_err(|_| Trouble::Syntax)?;
            list.push(Token::Number(number));
            rest = rest[end..].trim_start();
        } else if "+-*/()".contains(first) {
            list.push(Token::Sign(first));
            rest = rest[1..].trim_start();
        } else {
            return Err(Trouble::Syntax);
        }
    }
    Ok(list)
}
