use super::*;

#[test]
fn added_up() {
    assert_eq!(sum(&chain(&[1, 2, 3])), 6, "1 + 2 + 3");
    assert_eq!(sum(&chain(&[])), 0, "an empty chain");
}

#[test]
fn long_chains() {
    assert_eq!(sum(&chain(&[1; 500])), 500, "five hundred links");
}
