use super::*;

#[test]
fn opposites() {
    assert_eq!(back(Way::Up), Way::Down, "up and down");
    assert_eq!(back(Way::Down), Way::Up, "down and up");
    assert_eq!(back(Way::Left), Way::Right, "left and right");
    assert_eq!(back(Way::Right), Way::Left, "right and left");
}
