fn main() {
    let n = 65u32;
    println!("{}", n as char);
}
