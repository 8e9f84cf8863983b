struct Lamp { on: bool }
impl Lamp {
    fn lit<P: std::ops::Deref<Target = Self>>(self: P) -> bool {
        self.on
    }
}
fn main() {
    println!("{}", Lamp { on: true }.lit());
}
