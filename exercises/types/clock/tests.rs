use super::*;

#[test]
fn midnight() {
    assert_eq!(clock(0), (0, 0), "the day starts at 0:00");
}

#[test]
fn afternoon() {
    assert_eq!(clock(135), (2, 15), "135 minutes are 2:15");
    assert_eq!(clock(1439), (23, 59), "the last minute of the day");
}

#[test]
fn next_day_starts_again() {
    assert_eq!(
        clock(1440),
        (0, 0),
        "after 1440 minutes it is midnight again"
    );
    assert_eq!(clock(3000), (2, 0), "3000 minutes: two days and two hours");
}
