use super::*;

#[test]
fn stops() {
    let mut orders = vec!["a", "b", "stop", "c"];
    assert_eq!(until_stop(&mut orders), 2, "two orders before the stop");
    assert!(orders.is_empty(), "after a stop the list is empty");
}

#[test]
fn no_stop() {
    let mut orders = vec!["a", "b"];
    assert_eq!(until_stop(&mut orders), 2, "all orders count");
    assert_eq!(orders, ["a", "b"], "without a stop the list stays");
}
