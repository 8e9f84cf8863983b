fn show<'a>(x: &(dyn Into<u8> + From<u8>)) {}
fn main() {}
