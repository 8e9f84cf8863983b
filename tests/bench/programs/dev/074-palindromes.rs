fn main() {
    let first = "Anna";
    let second = "Otto;
    println!("{first} and {second}");
    for c in first.chars().rev() {
        print!("{c}");
    }
    println!();
    println!("{}", second.len());
}
