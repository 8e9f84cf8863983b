trait Shape { const SIDES: u32; }
struct Square;
impl Shape for Square { type SIDES = u32; }
fn main() {}
