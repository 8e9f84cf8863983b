fn digits(n: u64) -> u32 {
    let mut count = 1;
    while n >= 10 {
        n = n / 10;
        count += 1;
    }
    count
}

fn main() {
    println!("{}", digits(90210));
}
