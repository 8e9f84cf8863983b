struct Word<T, const N: usize> { tag: [T; N] }
fn show(w: &Word<3, u8>) {}
fn main() {}
