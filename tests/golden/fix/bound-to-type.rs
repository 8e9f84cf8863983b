use std::fmt::Debug;
struct Logger<T> { item: T }
impl<T: Debug> Drop for Logger<T> {
    fn drop(&mut self) { println!("drop {:?}", self.item); }
}
fn main() { let _l = Logger { item: 1 }; }
