use super::*;

#[test]
fn small_garden() {
    assert_eq!(fence(3, 2), 10, "3 + 2 + 3 + 2");
}

#[test]
fn square_garden() {
    assert_eq!(fence(5, 5), 20, "four sides of 5");
    assert_eq!(fence(0, 0), 0, "no garden, no fence");
}
