trait Parser {
    fn parse(&self, text: &str) -> usize;
}

struct Words;
struct Lines;

impl Parser for Words {
    fn parse(&self, text: &str) -> usize {
        text.split_whitespace().count()
    }
}

impl Parser for Lines {
    fn parse(&self, text: &str) -> usize {
        text.lines().count()
    }
}

fn pick(by_line: bool) -> dyn Parser {
    if by_line {
        Lines
    } else {
        Words
    }
}

fn main() {
    let text = "one two\nthree";
    println!("{} {}", pick(true).parse(text), pick(false).parse(text));
}
