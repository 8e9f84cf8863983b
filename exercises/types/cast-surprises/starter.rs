fn main() {
    println!("{}", 300_i32 as u8);
    println!("{}", -1_i32 as u8);
    println!("{}", 3.99_f64 as i32);
    println!("{}", -3.99_f64 as i32);
    println!("{}", 1000.0_f64 as u8);
    println!("{}", 'A' as u32);
    println!("{}", true as i32);
}
