enum Shape { Rect(u32, u32) }
fn main() { let Shape::Rect(w) = Shape::Rect(2, 3); println!("{w}"); }
