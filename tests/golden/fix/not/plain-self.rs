struct Lamp;
impl Lamp { fn lit(self: u8) {} }
fn main() {}
