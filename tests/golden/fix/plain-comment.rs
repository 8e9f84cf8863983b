struct P {
    x: i32,
    /// nothing follows
}
fn main() {
    println!("{}", P { x: 1 }.x);
}
