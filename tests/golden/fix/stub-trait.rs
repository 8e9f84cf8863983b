struct A;
impl Speak for A {}
fn main() {
    let _ = A;
}
