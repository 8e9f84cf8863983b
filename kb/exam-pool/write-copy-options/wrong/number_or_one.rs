#[derive(Debug, PartialEq)]
struct Options {
    quiet: bool,
    times: u32,
    file: String,
}

fn parse(words: &[String]) -> Result<Options, String> {
    let quiet = words.iter().any(|word| word == "--quiet");
    let times = words
        .iter()
        .position(|word| word == "--times")
        .and_then(|i| words.get(i + 1)?.parse().ok())
        .unwrap_or(1);
    let file = words
        .iter()
        .find(|word| !word.starts_with("--"))
        .ok_or("a file is missing")?
        .clone();
    Ok(Options { quiet, times, file })
}

fn main() {}
