#[derive(Clone)]
struct Name(Vec<u8>);
impl Copy for Name {}
fn main() {
    println!("{}", Name(vec![]).0.len());
}
