fn main() {
    let mut text = String::new();
    std::io::stdin().read_line(&mut text).unwrap();
    let n: u32 = text.trim().parse().unwrap();
    for row in 1..n {
        for column in 1..=n {
            print!("{:4}", row * column);
        }
        println!();
    }
}
