use super::*;

#[test]
fn noon_and_midnight() {
    assert_eq!(rings(0), 1, "once at midnight");
    assert_eq!(rings(12), 1, "once at noon");
}

#[test]
fn other_hours() {
    assert_eq!(rings(3), 3, "three times at three");
    assert_eq!(rings(15), 3, "15 o'clock rings three times");
}
