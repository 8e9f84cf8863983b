struct Token {
    text: String,
    line: u32,
}

impl Drop for Token {
    fn drop(&mut self) {
        println!("gone: line {}", self.line);
    }
}

fn main() {
    let t = Token { text: String::from("while"), line: 12 };
    let word = t.text;
    println!("{word}");
}
