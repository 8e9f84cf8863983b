use super::*;

#[test]
fn one_is_left() {
    assert_eq!(shift(), 1, "two came, one went home");
}

#[test]
fn everyone_goes_home_in_the_end() {
    shift();
    shift();
    assert_eq!(ON_DUTY.get(), 0, "after the shift nobody is on duty");
}
