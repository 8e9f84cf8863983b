fn main() {
    let count = 5;
    println!("{}", count.value);
}
