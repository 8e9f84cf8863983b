// verdict: file_size crashed
use std::io::Write;
fn main() {
    let mut f = std::fs::File::create("/tmp/big").unwrap();
    let block = vec![0u8; 1 << 20];
    for _ in 0..200 {
        f.write_all(&block).unwrap();
    }
}
