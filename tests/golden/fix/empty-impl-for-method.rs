trait Greet {
    fn greet(&self) { println!("hello"); }
}
struct Cat;
fn main() {
    Cat.greet();
}
