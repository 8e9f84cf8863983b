fn main() {
    let code: u32 = 9731;
    let symbol = code as char;
    println!("{symbol}");
}
