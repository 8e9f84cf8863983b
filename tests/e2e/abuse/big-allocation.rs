// verdict: memory
fn main() {
    let mut v: Vec<u8> = Vec::with_capacity(10_000_000_000);
    v.push(1);
    println!("{}", v.len());
}
