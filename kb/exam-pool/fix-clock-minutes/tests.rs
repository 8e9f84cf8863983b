use super::*;

#[test]
fn forward_over_midnight() {
    assert_eq!(shift(1430, 20), 10, "23:50 plus 20 minutes");
    assert_eq!(shift(600, 30), 630, "10:00 plus 30 minutes");
}

#[test]
fn back_over_midnight() {
    assert_eq!(shift(5, -10), 1435, "0:05 minus 10 minutes");
    assert_eq!(shift(0, -1), 1439, "one minute before midnight");
}

#[test]
fn whole_days_change_nothing() {
    assert_eq!(shift(777, 3 * 1440), 777, "three days on");
    assert_eq!(shift(777, -5 * 1440), 777, "five days back");
}

#[test]
fn very_large_steps() {
    assert_eq!(shift(1439, i32::MAX), 126, "the largest step");
    assert_eq!(shift(0, i32::MIN), 1312, "the smallest step");
}
