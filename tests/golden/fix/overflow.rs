fn main() {
    let full: u8 = 255;
    let more = full + 1;
    println!("{more}");
}
