fn paint() -> u8 { 1 }
fn main() { let pen = Pen { color: paint() }; }
