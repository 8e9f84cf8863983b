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
            "loop" => {
                let times = words
                    .next()
                    .and_then(|n| n.parse().ok())
                    .ok_or(Fault::Loop)?;
                Step::Loop(times, parse(words, true)?)
            }
            "end" if inside => return Ok(steps),
            "end" => return Err(Fault::Loop),
            word => match word.parse() {
                Ok(number) => Step::Push(number),
                Err(_) => return Err(Fault::Unknown(word.to_string())),
            },
        });
    }
    if inside { Err(Fault::Loop) } else { Ok(steps) }
}

fn execute(steps: &[Step], stack: &mut Vec<i64>, output: &mut Vec<i64>) -> Result<(), Fault> {
    for step in steps {
        let mut pop = || stack.pop().ok_or(Fault::Empty);
        match step {
            Step::Push(n) => stack.push(*n),
            Step::Add => {
                let (b, a) = (pop()?, pop()?);
                stack.push(a + b);
            }
            Step::Sub => {
                let (b, a) = (pop()?, pop()?);
                stack.push(a - b);
            }
            Step::Mul => {
                let (b, a) = (pop()?, pop()?);
                stack.push(a * b);
            }
            Step::Dup => {
                let top = pop()?;
                stack.extend([top, top]);
            }
            Step::Swap => {
                let (b, a) = (pop()?, pop()?);
                stack.extend([a, b]);
            }
            Step::Print => output.push(pop()?),
            Step::Loop(times, body) => {
                for _ in 0..*times {
                    execute(body, stack, output)?;
                }
            }
        }
    }
    Ok(())
}

pub fn run(program: &str) -> Result<Vec<i64>, Fault> {
    let steps = parse(&mut program.split_whitespace(), false)?;
    let mut output = Vec::new();
    execute(&steps, &mut Vec::new(), &mut output)?;
    Ok(output)
}
