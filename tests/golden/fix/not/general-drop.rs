use std::fmt::Debug;
struct Logger<T> { item: T }
impl<T: Debug> Drop for Logger<T> { fn drop(&mut self) {} }
fn main() {}
