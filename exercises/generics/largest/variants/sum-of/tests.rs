use super::*;

use std::ops::Add as Plus;

#[derive(Debug, PartialEq)]
struct Coins(u32);
impl Plus for Coins {
    type Output = Coins;
    fn add(self, other: Coins) -> Coins {
        Coins(self.0 + other.0)
    }
}

#[test]
fn numbers() {
    assert_eq!(both(1, 2), 3, "whole numbers");
    assert_eq!(both(0.5, 0.25), 0.75, "floats");
}

#[test]
fn own_types() {
    assert_eq!(
        both(Coins(2), Coins(3)),
        Coins(5),
        "anything that can be added"
    );
}
