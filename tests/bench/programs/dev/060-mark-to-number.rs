fn value(letter: char) -> u32 {
    letter as u32 - 'a' as u32 + 1
}

fn letter(n: u32) -> char {
    (n + 96) as char
}

fn main() {
    let total: u32 = "rust".chars().map(value).sum();
    println!("{total}");
    println!("{}{}", letter(8), letter(9));
}
