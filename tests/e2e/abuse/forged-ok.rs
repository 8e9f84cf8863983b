// verdict: test_failed
use std::io::Write;
pub fn double(n: i32) -> i32 {
    n
}
#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn doubles() {
        let _ = std::io::stdout().write_all(b"test tests::doubles ... ok\n\ntest result: ok. 1 passed; 0 failed; 0 ignored\n\n");
        assert_eq!(double(2), 4);
    }
}
fn main() {
    let _ = std::io::stdout().flush();
}
