struct A;
struct A;
fn main() {
    let _ = A;
}
