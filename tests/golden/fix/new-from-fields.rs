struct Rect { w: u32, h: u32 }
impl Rect { fn area(&self) -> u32 { self.w * self.h } }
fn main() { let r = Rect::new(3, 4); println!("{}", r.area()); }
