use super::*;

#[test]
fn ten_long() {
    assert_eq!(pool(10), 100, "10 * 5 * 2");
    assert_eq!(pool(4), 16, "4 * 2 * 2");
}

#[test]
fn volume_is_untouched() {
    assert_eq!(volume(2, 3, 4), 24, "volume still multiplies three lengths");
}
