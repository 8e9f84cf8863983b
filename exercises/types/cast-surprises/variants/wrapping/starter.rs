fn main() {
    let top: u8 = 250;
    println!("{}", top.wrapping_add(10));
    println!("{}", top.saturating_add(10));
    println!("{:?}", top.checked_add(10));
    println!("{:?}", top.checked_add(5));
    println!("{:?}", top.overflowing_add(6));
}
