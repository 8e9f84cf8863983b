use solution::*;

#[test]
fn straight() {
    assert_eq!(steps(&["S..E"]), Some(3));
}

#[test]
fn round_the_wall() {
    assert_eq!(steps(&["S#E", ".#.", "..."]), Some(6));
}

#[test]
fn no_way() {
    assert_eq!(steps(&["S#E"]), None);
    assert_eq!(steps(&["..."]), None);
}
