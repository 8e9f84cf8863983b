fn factorial(n: u64) -> u64 {
    if n <= 1 { 1 } else { n * factorial(n - 1) }
}

fn main() {
    let input: i32 = "6".parse().unwrap();
    println!("{}", factorial(input));
}
