use super::*;

#[test]
fn every_ticket_has_its_price() {
    assert_eq!(price(Ticket::Adult), 12, "adults");
    assert_eq!(price(Ticket::Child), 6, "children");
    assert_eq!(price(Ticket::Senior), 8, "seniors");
}
