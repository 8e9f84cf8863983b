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
                times = number
                    .parse()
                    .ok()
                    .filter(|n| (1..=99).contains(n))
                    .ok_or(format!("{number} is not from 1 to 99"))?;
            }
            other if !only_files && other.starts_with("--") => {
                return Err(format!("{other} is not known"));
            }
            _ if file.is_some() => return Err(format!("{word} is one file too many")),
            _ => file = Some(word.clone()),
        }
    }
    let file = file.ok_or("a file is missing")?;
    Ok(Options { quiet, times, file })
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    println!("{:?}", parse(&words));
}
