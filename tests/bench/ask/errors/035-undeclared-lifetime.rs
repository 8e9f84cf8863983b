struct Token<'a> {
    text: &'a str,
}

impl Token<'a> {
    fn len(&self) -> usize {
        self.text.len()
    }
}

fn main() {
    println!("{}", Token { text: "let" }.len());
}
