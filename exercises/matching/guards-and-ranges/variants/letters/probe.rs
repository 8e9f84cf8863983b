use super::*;

pub fn probe() {
    for c in ['a', 'E', 'q', 'Q', 'z', 'B', '0', '9', ' ', 'ä', '['] {
        println!("{c:?} {}", kind(c));
    }
}
