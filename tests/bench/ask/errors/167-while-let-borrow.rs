fn count_spaces(text: &str) -> usize {
    let mut letters = text.chars();
    let mut spaces = 0;
    loop {
        let letter = letters.next();
        if letter.is_none() {
            break;
        }
        if letter == ' ' {
            spaces += 1;
        }
    }
    spaces
}

fn main() {
    println!("{}", count_spaces("to be or not"));
}
