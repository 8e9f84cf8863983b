fn show<T: ?Sized + std::fmt::Debug + ?Sized>(t: &T) {
    println!("{:?}", t);
}
fn main() {
    show("a");
}
