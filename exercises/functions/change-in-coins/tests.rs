use super::*;

#[test]
fn mixed() {
    assert_eq!(change(47), (2, 1, 2), "20 + 20 + 5 + 1 + 1");
}

#[test]
fn nothing() {
    assert_eq!(change(0), (0, 0, 0), "no coin for nothing");
}

#[test]
fn edges() {
    assert_eq!(change(19), (0, 3, 4), "19 is three fives and four ones");
    assert_eq!(change(20), (1, 0, 0), "20 is a single coin");
    assert_eq!(change(100), (5, 0, 0), "100 is five twenties");
}
