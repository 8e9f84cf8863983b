use super::*;

#[test]
fn no_year() {
    assert_eq!(grow(20, 0), 20, "nothing has happened yet");
}

#[test]
fn two_years() {
    assert_eq!(grow(20, 2), 50, "20, then 30, then 50");
}
