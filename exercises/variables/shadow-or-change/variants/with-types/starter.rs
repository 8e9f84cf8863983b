fn main() {
    let word = "seven";
    let word = word.len();
    println!("{word}");
    if word > 4 {
        let word = word - 4;
        println!("{word}");
    }
    let word = word == 5;
    println!("{word}");
}
