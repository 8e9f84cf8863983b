use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub enum Level {
    Debug,
    Info,
    Warn,
    Error,
}

impl FromStr for Level {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        match s.to_uppercase().as_str() {
            "DEBUG" => Ok(Level::Debug),
            "INFO" => Ok(Level::Info),
            "WARN" => Ok(Level::Warn),
            "ERROR" => Ok(Level::Error),
            other => Err(format!("unknown level {other}")),
        }
    }
}

#[derive(Debug, PartialEq)]
pub struct Entry<'a> {
    pub level: Level,
    pub message: &'a str,
}

pub fn parse(line: &str) -> Result<Entry<'_>, String> {
    let (level, message) = line.split_once(": ").ok_or("no colon")?;
    Ok(Entry { level: level.parse()?, message: message.trim() })
}

pub fn at_least<'a>(text: &'a str, min: Level) -> Vec<Entry<'a>> {
    text.lines()
        .filter_map(|l| parse(l).ok())
        .filter(|e| e.level >= min)
        .collect()
}

fn main() {
    let text = "info: started\nwarn: disk at 91%\nrubbish\nerror: disk full";
    for e in at_least(text, Level::Warn) {
        println!("{:?} {}", e.level, e.message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_a_line() {
        let e = parse("Info: ready  ").unwrap();
        assert_eq!(e, Entry { level: Level::Info, message: "ready" });
    }

    #[test]
    fn reports_bad_levels() {
        assert_eq!(parse("loud: hey"), Err("unknown level LOUD".to_string()));
        assert_eq!(parse("nothing"), Err("no colon".to_string()));
    }

    #[test]
    fn minimum_is_included() {
        let text = "debug: a\nwarn: b\nerror: c";
        let found: Vec<&str> = at_least(text, Level::Warn).iter().map(|e| e.message).collect();
        assert_eq!(found, ["b", "c"]);
    }
}
