fn main() {
    let numbers = [4, 8, 15, 16, 23, 42];
    let mut sum = 0;
    numbers.iter().for_each(|n| {
        if *n > 20 {
            break;
        }
        sum += n;
    });
    println!("{sum}");
}
