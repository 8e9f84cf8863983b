fn main() {
    let a = 1;
    println!("{} {}", a);
    println!(a);
    println!("{}", a, 2);
}
