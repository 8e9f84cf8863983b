fn main() {
    let small: i8 = -5;
    println!("{}", small as i32);
    println!("{}", small as u8);
    println!("{}", small as u8 as i32);
    println!("{}", 200_u8 as i8);
    println!("{}", 97_u8 as char);
    println!("{}", 2.0_f64 as u8 as f64 / 4.0);
}
