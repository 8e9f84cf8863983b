struct Logger<T> { item: T }
impl Drop for Logger<i32> {
    fn drop(&mut self) { println!("drop"); }
}
fn main() { let _l = Logger { item: 1 }; }
