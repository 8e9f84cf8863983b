struct Logger<T> { item: T }
impl Drop for Logger<i32> { fn drop(&mut self) {} }
fn main() {}
