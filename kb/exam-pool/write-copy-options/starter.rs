#[derive(Debug, PartialEq)]
struct Options {
    quiet: bool,
    times: u32,
    file: String,
}

fn parse(words: &[String]) -> Result<Options, String> {
    todo!()
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    println!("{:?}", parse(&words));
}
