use std::process::ExitCode;

fn search<'a>(word: &'a str, text: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    text.lines()
        .enumerate()
        .map(|(i, line)| (i, line))
        .filter(move |(_, line)| line.contains(word))
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [word, files @ ..] = &args[..] else {
        eprintln!("usage: find-lines WORD FILE...");
        return ExitCode::from(2);
    };
    if files.is_empty() {
        eprintln!("usage: find-lines WORD FILE...");
        return ExitCode::from(2);
    }
    let (mut found, mut trouble) = (false, false);
    for file in files {
        let Ok(text) = std::fs::read_to_string(file) else {
            eprintln!("{file}: cannot read");
            trouble = true;
            continue;
        };
        for (number, line) in search(word, &text) {
            println!("{file}:{number}:{line}");
            found = true;
        }
    }
    match (trouble, found) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::SUCCESS,
        (false, false) => ExitCode::from(1),
    }
}
