use super::*;

#[test]
fn twenty_percent_more() {
    assert_eq!(with_tax(&[50, 7]), 60, "only the first price counts");
}

#[test]
fn empty_list() {
    assert_eq!(with_tax(&[]), 0, "no price, no tax");
}
