use super::*;

#[test]
fn x_and_y() {
    assert_eq!(start().x, 0, "x is 0");
    assert_eq!(start().y, 5, "y is 5");
}
