fn main() {
    let mask: u8 = 0x;
    println!("{mask}");
}
