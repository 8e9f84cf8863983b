use super::*;

#[test]
fn replaced() {
    let mut list = [7, 8, 9];
    assert_eq!(replace(&mut list), 7, "what was there");
    assert_eq!(list, [0, 8, 9], "only the first has changed");
}
