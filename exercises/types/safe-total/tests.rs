use super::*;

#[test]
fn fits() {
    assert_eq!(next_total(250, 5), Some(255), "255 still fits");
    assert_eq!(next_total(0, 0), Some(0), "nobody came");
}

#[test]
fn does_not_fit() {
    assert_eq!(next_total(250, 6), None, "256 does not fit in a u8");
    assert_eq!(next_total(255, 255), None, "510 does not fit in a u8");
}

#[test]
fn display_stops_at_the_limit() {
    assert_eq!(display(250, 6), 255, "the display stays at 255");
    assert_eq!(display(200, 50), 250, "below the limit it shows the sum");
}
