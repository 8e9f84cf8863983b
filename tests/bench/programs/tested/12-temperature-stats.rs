#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub station: String,
    pub celsius: f64,
}

#[derive(Debug, PartialEq)]
pub enum ParseError {
    MissingField,
    BadNumber(String),
}

pub fn parse_line(line: &str) -> Result<Reading, ParseError> {
    let mut fields = line.split(';').map(str::trim);
    let station = fields.next().filter(|s| !s.is_empty()).ok_or(ParseError::MissingField)?;
    let number = fields.next().ok_or(ParseError::MissingField)?;
    let celsius = number
        .parse::<f64>()
        .map_err(|_| ParseError::BadNumber(number))?;
    Ok(Reading { station: station.to_string(), celsius })
}

pub fn parse_all(text: &str) -> Result<Vec<Reading>, ParseError> {
    text.lines().filter(|l| !l.trim().is_empty()).map(parse_line).collect()
}

pub fn mean(readings: &[Reading]) -> Option<f64> {
    if readings.is_empty() {
        return None;
    }
    let sum: f64 = readings.iter().map(|r| r.celsius).sum();
    Some(sum / readings.len())
}

pub fn coldest(readings: &[Reading]) -> Option<&Reading> {
    readings.iter().min_by(|a, b| a.celsius.total_cmp(&b.celsius))
}

fn main() {
    let text = "Oslo; -4.5\nRome; 14\n\nLima; 21.0\n";
    match parse_all(text) {
        Ok(list) => {
            println!("{:.2}", mean(&list).unwrap_or(0.0));
            println!("{}", coldest(&list).map_or("none", |r| &r.station));
        }
        Err(e) => println!("{:?}", e),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_line() {
        let r = parse_line(" Oslo ; -4.5").unwrap();
        assert_eq!(r, Reading { station: "Oslo".into(), celsius: -4.5 });
    }

    #[test]
    fn bad_lines() {
        assert_eq!(parse_line("Oslo"), Err(ParseError::MissingField));
        assert_eq!(parse_line("; 3"), Err(ParseError::MissingField));
        assert_eq!(parse_line("A; x1"), Err(ParseError::BadNumber("x1".into())));
    }

    #[test]
    fn average() {
        let list = parse_all("a; 1\nb; 2").unwrap();
        assert_eq!(mean(&list), Some(1.5));
        assert_eq!(mean(&[]), None);
    }

    #[test]
    fn coldest_station() {
        let list = parse_all("a; 1\nb; -2\nc; 0").unwrap();
        assert_eq!(coldest(&list).unwrap().station, "b");
    }
}
