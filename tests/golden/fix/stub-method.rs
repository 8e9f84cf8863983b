struct Dog;
fn main() {
    let d = Dog;
    d.bark(3);
}
