use super::*;

#[test]
fn four_coffees_have_no_bonus() {
    assert_eq!(stamps(4), 4, "below five coffees there is no bonus stamp");
}

#[test]
fn ten_coffees_have_two_bonus_stamps() {
    assert_eq!(stamps(10), 12, "ten coffees and two bonus stamps");
}

#[test]
fn no_coffee_no_stamp() {
    assert_eq!(stamps(0), 0, "nothing bought, nothing stamped");
}
