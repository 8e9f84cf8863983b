use std::fs::{self, OpenOptions};
use std::io::{Error, ErrorKind, Result, Write};
use std::path::Path;

pub fn load(path: &Path) -> Result<Vec<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text.lines().map(String::from).collect()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

pub fn add(path: &Path, task: &str) -> Result<()> {
    if task.contains('\n') {
        return Err(Error::new(ErrorKind::InvalidInput, "a task is one line"));
    }
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    writeln!(file, "{task}")
}

pub fn done(path: &Path, number: usize) -> Result<Option<String>> {
    let mut tasks = load(path)?;
    if number == 0 || number > tasks.len() {
        return Ok(None);
    }
    let task = tasks.remove(number - 1);
    let text: String = tasks.iter().map(|task| format!("{task}\n")).collect();
    fs::write(path, text)?;
    Ok(Some(task))
}
