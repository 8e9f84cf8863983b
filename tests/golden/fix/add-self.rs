struct P {
    x: i32,
}
impl P {
    fn get() -> i32 {
        self.x
    }
}
fn main() {
    println!("{}", P { x: 1 }.get());
}
