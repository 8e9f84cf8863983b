fn main() {
    let limit = 5;
    let steps = 0;
    let mut left = limit;
    while left > 0 {
        steps += 1;
        left -= 1;
    }
    println!("{steps} steps, {left} left");
}
