use super::*;

#[test]
fn whole_average() {
    assert_eq!(average(1, 2, 3), 2.0, "the average of 1, 2 and 3");
}

#[test]
fn fraction_is_kept() {
    assert!(
        (average(1, 2, 2) - 5.0 / 3.0).abs() < 1e-9,
        "the average of 1, 2, 2 is about 1.667"
    );
}

#[test]
fn below_zero() {
    assert!(
        (average(-1, 0, 0) + 1.0 / 3.0).abs() < 1e-9,
        "the average of -1, 0, 0 is about -0.333"
    );
}
