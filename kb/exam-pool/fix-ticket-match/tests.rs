use super::*;

#[test]
fn single_tickets() {
    assert_eq!(price(&Ticket::Full), 900, "the full price");
    assert_eq!(price(&Ticket::Child), 450, "half of it");
}

#[test]
fn small_groups_pay_for_each() {
    assert_eq!(price(&Ticket::Group(2)), 1800, "two people");
    assert_eq!(price(&Ticket::Group(0)), 0, "nobody");
}

#[test]
fn large_groups_pay_5000() {
    assert_eq!(price(&Ticket::Group(6)), 5000, "5400 is too much");
    assert_eq!(price(&Ticket::Group(100)), 5000, "and never more");
}
