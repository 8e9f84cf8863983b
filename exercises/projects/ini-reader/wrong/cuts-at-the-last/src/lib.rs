use std::collections::HashMap;
use std::error::Error;
use std::fmt;

#[derive(Debug, Default)]
pub struct Ini {
    values: HashMap<(String, String), String>,
}

#[derive(Debug, PartialEq)]
pub struct BadLine {
    pub number: usize,
    pub text: String,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: no '=' in '{}'", self.number, self.text)
    }
}

impl Error for BadLine {}

impl Ini {
    pub fn get(&self, section: &str, key: &str) -> Option<&str> {
        let place = (section.to_string(), key.to_string());
        self.values.get(&place).map(String::as_str)
    }
}

pub fn parse(text: &str) -> Result<Ini, BadLine> {
    let mut ini = Ini::default();
    let mut section = String::new();
    for (i, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            section = name.trim().to_string();
            continue;
        }
        let Some((key, value)) = line.rsplit_once('=') else {
            return Err(BadLine {
                number: i + 1,
                text: line.to_string(),
            });
        };
        let place = (section.clone(), key.trim().to_string());
        ini.values.insert(place, value.trim().to_string());
    }
    Ok(ini)
}
