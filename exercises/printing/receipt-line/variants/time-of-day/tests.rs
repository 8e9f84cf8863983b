use super::*;

#[test]
fn zeros_in_front() {
    assert_eq!(show(7, 5, 0), "07:05:00", "one digit gets a zero in front");
}

#[test]
fn two_digits_stay() {
    assert_eq!(show(23, 59, 10), "23:59:10", "two digits stay as they are");
}
