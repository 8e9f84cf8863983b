use super::*;

#[test]
fn few() {
    assert_eq!(coins(0), "no coins", "0");
    assert_eq!(coins(1), "a coin", "1");
}

#[test]
fn many() {
    assert_eq!(coins(2), "2 coins", "2");
    assert_eq!(coins(50), "50 coins", "50");
}
