trait Holds<T> { fn get(&self) -> T; }
struct Cup(u8);
impl Holds<u8> for Cup { fn get(&self) -> u8 { self.0 } }
fn show(cup: impl Holds<impl std::fmt::Display>) {
    println!("{}", cup.get());
}
fn main() {
    show(Cup(3));
}
