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
        todo!()
    }
}

pub fn parse(text: &str) -> Result<Ini, BadLine> {
    todo!()
}
