fn main() {
    let text = "a1b22c333";
    let mut digits = 0;
    let mut letters = 0;
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits++;
        } else {
            letters += 1;
        }
    }
    println!("{digits} digits, {letters} letters");
}
