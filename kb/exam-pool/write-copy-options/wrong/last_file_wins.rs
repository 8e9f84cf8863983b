#[derive(Debug, PartialEq)]
struct Options {
    quiet: bool,
    times: u32,
    file: String,
}

fn parse(words: &[String]) -> Result<Options, String> {
    let (mut quiet, mut times, mut file) = (false, 1, None);
    let mut only_files = false;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--" if !only_files => only_files = true,
            "--quiet" if !only_files => quiet = true,
            "--times" if !only_files => {
                let number = words.next().ok_or("--times wants a number")?;
                times = number.parse().map_err(|_| "no number".to_string())?;
                if !(1..=99).contains(&times) {
                    return Err("not from 1 to 99".to_string());
                }
            }
            other if !only_files && other.starts_with("--") => {
                return Err(format!("{other} is not known"));
            }
            _ => file = Some(word.clone()),
        }
    }
    let file = file.ok_or("a file is missing")?;
    Ok(Options { quiet, times, file })
}

fn main() {}
