fn area(w: u32, h: u32) -> u32 {
}
fn main() {
    println!("{}", area(1, 2));
}
