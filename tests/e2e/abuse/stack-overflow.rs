// verdict: crashed
fn deeper(n: u64) -> u64 {
    let pad = std::hint::black_box([n; 64]);
    if n == u64::MAX { 0 } else { 1 + deeper(n + 1) + pad[3] }
}
fn main() {
    println!("{}", deeper(0));
}
