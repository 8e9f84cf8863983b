use super::*;

#[test]
fn both_known() {
    assert_eq!(warmer(Some(20), Some(15)), Some(5), "five degrees warmer");
    assert_eq!(warmer(Some(0), Some(3)), Some(-3), "three degrees colder");
}

#[test]
fn one_missing() {
    assert_eq!(warmer(None, Some(3)), None, "today is missing");
    assert_eq!(warmer(Some(3), None), None, "yesterday is missing");
}
