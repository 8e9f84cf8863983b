use super::*;

#[test]
fn seasons() {
    assert_eq!(season(12), "winter", "December");
    assert_eq!(season(2), "winter", "February");
    assert_eq!(season(8), "summer", "August");
    assert_eq!(season(3), "between", "March");
    assert_eq!(season(11), "between", "November");
}
