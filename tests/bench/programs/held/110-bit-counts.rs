fn main() {
    let side = 2.0;
    let root = side.sqrt();
    println!("{root:.3}");

    let bits: u8 = 0b1010_0110;
    let ones = bits.count_ones();
    let shifted = bits >> 1;
    println!("{ones} {shifted}");
    let big = 3_000_000_000;
    println!("{}", big / 1000);
}
