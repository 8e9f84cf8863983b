use std::io::{BufRead, Result, Write};

pub fn number_lines(input: impl BufRead, output: impl Write) -> Result<usize> {
    todo!()
}
