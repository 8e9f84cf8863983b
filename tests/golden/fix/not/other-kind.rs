trait Shape { fn sides(&self) -> u32; }
struct Square;
impl Shape for Square { const sides: u32 = 4; }
fn main() {}
