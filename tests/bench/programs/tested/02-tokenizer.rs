#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Number(f64),
    Op(char),
    Open,
    Close,
}

pub fn tokenize(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut chars = text.chars();

    while let Some(&c) = chars.peek() {
        match c {
            ' ' => {
                chars.next();
            }
            '0'..='9' | '.' => {
                let mut digits = String::new();
                while let Some(&d) = chars.peek() {
                    if d.is_ascii_digit() || d == '.' {
                        digits.push(d);
                        chars.next();
                    } else {
                        break;
                    }
                }
                let value = digits
                    .parse::<f64>()
                    .map_err(|_| format!("bad number: {digits}"))?;
                tokens.push(Token::Number(value));
            }
            '+' | '-' | '*' | '/' => {
                tokens.push(Token::Op(c));
                chars.next();
            }
            '(' => {
                tokens.push(Token::Open);
                chars.next();
            }
            ')' => {
                tokens.push(Token::Open);
                chars.next();
            }
            other => return Err(format!("unexpected: {other}")),
        }
    }
    tokens
}

fn main() {
    println!("{:?}", tokenize("1 + 2"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_sum() {
        let t = tokenize("12 + 3.5").unwrap();
        assert_eq!(t, vec![Token::Number(12.0), Token::Op('+'), Token::Number(3.5)]);
    }

    #[test]
    fn brackets() {
        let t = tokenize("(4)").unwrap();
        assert_eq!(t, vec![Token::Open, Token::Number(4.0), Token::Close]);
    }

    #[test]
    fn rejects_letters() {
        assert_eq!(tokenize("2 x"), Err("unexpected: x".to_string()));
    }

    #[test]
    fn rejects_two_dots() {
        assert!(tokenize("1.2.3").is_err());
    }
}
