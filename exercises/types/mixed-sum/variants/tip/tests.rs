use super::*;

#[test]
fn ten_euros() {
    assert_eq!(with_tip(1000), 1150, "15 percent of 1000 is 150");
}

#[test]
fn nearest_cent() {
    assert_eq!(with_tip(99), 114, "113.85 is nearest to 114");
    assert_eq!(with_tip(1), 1, "1.15 is nearest to 1");
}
