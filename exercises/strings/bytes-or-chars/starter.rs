fn main() {
    let word = "äb€";
    println!("{} {}", word.len(), word.chars().count());
    for (place, c) in word.char_indices() {
        print!("{place}{c} ");
    }
    println!();
    println!("{:?} {:?}", word.get(0..2), word.get(0..1));
    println!("{:?}", word.find('€'));
}
