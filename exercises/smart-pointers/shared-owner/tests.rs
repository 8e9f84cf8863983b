use super::*;

#[test]
fn one_heater_for_both() {
    let (kitchen, bath) = house();
    assert!(
        Rc::ptr_eq(&kitchen.heater, &bath.heater),
        "both rooms must have the very same heater"
    );
    assert_eq!(bath.heater.watts, 900, "a heater of 900 watts");
}

#[test]
fn two_owners_and_no_more() {
    let (kitchen, bath) = house();
    assert_eq!(Rc::strong_count(&bath.heater), 2, "two rooms own it");
    drop(kitchen);
    assert_eq!(Rc::strong_count(&bath.heater), 1, "one owner is left");
}
