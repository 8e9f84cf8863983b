use super::*;

#[test]
fn seven_gives_three() {
    assert_eq!(half(7), 3, "half(7) is 3");
}
