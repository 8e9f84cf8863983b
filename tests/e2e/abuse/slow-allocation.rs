// verdict: memory
fn main() {
    let mut all: Vec<Vec<u8>> = Vec::new();
    loop {
        all.push(vec![7u8; 16 << 20]);
        std::hint::black_box(&all);
    }
}
