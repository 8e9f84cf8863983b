use super::*;

#[test]
fn volumes() {
    assert_eq!(room(&Cup(3, 4)), 12, "3 times 4");
    assert_eq!(room(&Cup(0, 4)), 0, "nothing fits in");
}
