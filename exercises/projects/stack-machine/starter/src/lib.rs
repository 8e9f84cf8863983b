#[derive(Debug, PartialEq)]
pub enum Fault {
    Empty,
    Unknown(String),
    Loop,
}

enum Step {
    Push(i64),
    Add,
    Sub,
    Mul,
    Dup,
    Swap,
    Print,
    Loop(u32, Vec<Step>),
}

type Words<'a> = std::str::SplitWhitespace<'a>;

/// Reads steps up to the `end` of the loop (if `inside`), or to the end of the words.
fn parse(words: &mut Words, inside: bool) -> Result<Vec<Step>, Fault> {
    let mut steps = Vec::new();
    while let Some(word) = words.next() {
        steps.push(match word {
            "add" => Step::Add,
            "sub" => Step::Sub,
            "mul" => Step::Mul,
            "dup" => Step::Dup,
            "swap" => Step::Swap,
            "print" => Step::Print,
            "loop" => todo!("read the number and the body"),
            "end" => todo!(),
            word => match word.parse() {
                Ok(number) => Step::Push(number),
                Err(_) => return Err(Fault::Unknown(word.to_string())),
            },
        });
    }
    if inside { Err(Fault::Loop) } else { Ok(steps) }
}

fn execute(steps: &[Step], stack: &mut Vec<i64>, output: &mut Vec<i64>) -> Result<(), Fault> {
    todo!("run {} steps on {stack:?} into {output:?}", steps.len())
}

pub fn run(program: &str) -> Result<Vec<i64>, Fault> {
    let steps = parse(&mut program.split_whitespace(), false)?;
    let mut output = Vec::new();
    execute(&steps, &mut Vec::new(), &mut output)?;
    Ok(output)
}
