fn main() {
    let word = "seven7";
    let Some(pos) = word.find('7');
    println!("digit at {pos}");
}
