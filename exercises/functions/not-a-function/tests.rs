use super::*;

#[test]
fn few_tickets() {
    assert_eq!(price(2), 6, "3 each");
    assert_eq!(price(9), 27, "9 tickets are not enough for the discount");
}

#[test]
fn many_tickets() {
    assert_eq!(price(10), 27, "a tenth less");
    assert_eq!(price(20), 54, "60 and a tenth less");
}
