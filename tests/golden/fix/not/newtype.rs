impl<T> Iterator for Vec<T> { type Item = T; fn next(&mut self) -> Option<T> { None } }
fn main() {}
