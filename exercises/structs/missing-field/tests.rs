use super::*;

#[test]
fn zone_one_and_no_minutes() {
    let ticket = free_ticket("B 12");
    assert_eq!(ticket.plate, "B 12", "the plate as given");
    assert_eq!(ticket.zone, 1, "zone 1");
    assert_eq!(ticket.minutes, 0, "nothing was paid");
}

#[test]
fn minutes_can_be_any_size() {
    let mut ticket = free_ticket("X");
    ticket.minutes = 100_000;
    assert_eq!(ticket.minutes, 100_000, "the field minutes is still a u32");
}
