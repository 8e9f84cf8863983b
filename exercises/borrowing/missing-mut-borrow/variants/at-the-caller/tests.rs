use super::*;

#[test]
fn an_hour_more_each_day() {
    assert_eq!(week([1, 2, 3]), 9, "2 + 3 + 4");
    assert_eq!(week([0, 0, 0]), 3, "three extra hours");
}
