fn size() -> u8;
fn main() { size(); }
