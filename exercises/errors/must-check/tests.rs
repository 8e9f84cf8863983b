use super::*;

#[test]
fn parts() {
    assert_eq!(Percent::new(25).of(10), 2, "2.5 is rounded down");
    assert_eq!(Percent::new(100).of(7), 7, "all of it");
    assert_eq!(
        Percent::new(50).of(u64::MAX),
        u64::MAX / 2,
        "large numbers must not overflow"
    );
}

#[test]
#[should_panic(expected = "not a percentage: 101")]
fn above_a_hundred_panics() {
    Percent::new(101);
}

#[test]
fn try_new_does_not_panic() {
    assert!(Percent::try_new(101).is_none(), "101 is no percentage");
    assert!(Percent::try_new(100).is_some(), "100 is one");
}
