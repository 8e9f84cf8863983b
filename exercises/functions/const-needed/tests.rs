use super::*;

const DOUBLE: u32 = BREAK * 2;
#[test]
fn seven_breaks() {
    assert_eq!(week(), [45; 7], "45 minutes on each day");
    assert_eq!(DOUBLE, 90, "the constant can be used in other constants");
}

#[test]
fn function_still_works() {
    assert_eq!(minutes(2, 5), 125, "two hours and five minutes");
}
