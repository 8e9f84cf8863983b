use super::*;

#[test]
fn children_pay_four() {
    assert_eq!(ticket(12), 4, "a child of 12 pays 4");
    assert_eq!(ticket(17), 4, "17 is still under 18");
}

#[test]
fn adults_pay_nine() {
    assert_eq!(ticket(18), 9, "18 is no longer under 18");
    assert_eq!(ticket(70), 9, "an adult pays 9");
}
