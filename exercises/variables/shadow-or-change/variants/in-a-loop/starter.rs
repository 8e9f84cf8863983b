fn main() {
    let level = 1;
    let mut sum = 0;
    for _ in 0..3 {
        let level = level + 1;
        sum += level;
    }
    println!("{level} {sum}");
}
