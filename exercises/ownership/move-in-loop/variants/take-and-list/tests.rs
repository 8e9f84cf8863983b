use super::*;

#[test]
fn three_readings() {
    assert_eq!(report(vec![3, 4, 5]), "3 readings, sum 12", "count and sum");
}

#[test]
fn no_readings() {
    assert_eq!(report(vec![]), "0 readings, sum 0", "an empty list");
}
