use std::io::{BufRead, Result, Write};

pub fn number_lines(input: impl BufRead, mut output: impl Write) -> Result<usize> {
    let mut count = 0;
    for line in input.lines() {
        let line = line?;
        if line.is_empty() {
            writeln!(output)?;
        } else {
            count += 1;
            println!("{count:3} {line}");
        }
    }
    Ok(count)
}
