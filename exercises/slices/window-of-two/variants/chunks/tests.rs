use super::*;

#[test]
fn short_last_week() {
    assert_eq!(weeks(&[100; 8]), [700, 100], "one full week and one day");
}

#[test]
fn full_weeks() {
    assert_eq!(
        weeks(&[1; 14]),
        [7, 7],
        "two full weeks, and no empty third"
    );
    assert!(weeks(&[]).is_empty(), "no days");
}
