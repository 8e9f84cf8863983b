use super::*;

#[test]
fn the_example() {
    assert_eq!(
        longest_dry(&[0.0, 3.5, 0.2, 0.0, 1.0, 0.0]),
        2,
        "days 3 and 4"
    );
}

#[test]
fn the_run_may_be_at_the_end() {
    assert_eq!(longest_dry(&[9.0, 0.0, 0.5, 0.9]), 3, "the last three days");
}

#[test]
fn exactly_one_is_wet() {
    assert_eq!(longest_dry(&[1.0]), 0, "1.0 is not less than 1.0");
}

#[test]
fn no_days() {
    assert_eq!(longest_dry(&[]), 0, "an empty list has no dry day");
}

#[test]
fn an_earlier_run_may_be_longer() {
    assert_eq!(
        longest_dry(&[0.0, 0.0, 0.0, 5.0, 0.0]),
        3,
        "the first three days"
    );
}
