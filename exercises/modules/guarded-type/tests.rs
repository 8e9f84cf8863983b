use super::*;

use clock::Time;

#[test]
fn good_times() {
    assert_eq!(Time::new(0, 0).unwrap().minutes(), 0, "midnight");
    assert_eq!(
        Time::new(23, 59).unwrap().minutes(),
        1439,
        "the last minute"
    );
    assert_eq!(Time::new(1, 30).unwrap().minutes(), 90, "half past one");
}

#[test]
fn bad_times() {
    assert_eq!(Time::new(24, 0), None, "there is no hour 24");
    assert_eq!(Time::new(0, 60), None, "there is no minute 60");
}

#[test]
fn past_midnight() {
    let late = Time::new(23, 50).unwrap();
    assert_eq!(
        late.add(20),
        Time::new(0, 10).unwrap(),
        "twenty minutes later it is 0:10"
    );
    assert_eq!(late.add(2880), late, "two days later it is the same time");
}
