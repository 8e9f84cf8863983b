struct Reader;
impl<T, U> Reader { fn read(&self, t: T, u: U) {} }
fn main() {}
