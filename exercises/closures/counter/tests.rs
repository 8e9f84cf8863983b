use super::*;

#[test]
fn counts_from_the_first() {
    let mut machine = ticket_machine(5);
    assert_eq!(
        (machine(), machine(), machine()),
        (5, 6, 7),
        "5, then 6, then 7"
    );
}

#[test]
fn machines_are_apart() {
    let (mut a, mut b) = (ticket_machine(1), ticket_machine(100));
    a();
    assert_eq!(a(), 2, "the second ticket of the first machine");
    assert_eq!(b(), 100, "the first ticket of the second machine");
}
