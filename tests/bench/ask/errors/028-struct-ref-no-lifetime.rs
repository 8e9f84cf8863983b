struct Highlight {
    text: &str,
    line: usize,
}

fn main() {
    let poem = String::from("two roads");
    let mark = Highlight { text: &poem[0..3], line: 1 };
    println!("{} at {}", mark.text, mark.line);
}
