trait Speak { fn speak(&self) -> String; }
struct Dog;
impl Speak for Dog {
    fn bark(&self) -> String { String::from("woof") }
}
fn main() { println!("{}", Dog.speak()); }
