use std::io::{BufRead, Result, Write};

pub fn number_lines(input: impl BufRead, mut output: impl Write) -> Result<usize> {
    let mut count = 0;
    for line in input.lines().map_while(Result::ok) {
        if line.is_empty() {
            writeln!(output)?;
        } else {
            count += 1;
            writeln!(output, "{count:3} {line}")?;
        }
    }
    Ok(count)
}
