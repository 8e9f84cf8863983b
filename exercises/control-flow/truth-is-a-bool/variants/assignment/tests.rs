use super::*;

#[test]
fn doors() {
    assert!(is_door(7), "7 is the door");
    assert!(!is_door(8), "8 is not");
    assert!(!is_door(0), "0 is not");
}
