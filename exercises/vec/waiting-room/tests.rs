use super::*;

#[test]
fn in_order_of_arrival() {
    let mut list = vec![];
    arrive(&mut list, "Ann", false);
    arrive(&mut list, "Bo", false);
    assert_eq!(next(&mut list), Some(String::from("Ann")), "Ann came first");
    assert_eq!(list, ["Bo"], "Bo is still waiting");
}

#[test]
fn urgent_goes_first() {
    let mut list = vec![];
    arrive(&mut list, "Ann", false);
    arrive(&mut list, "Cem", true);
    assert_eq!(list, ["Cem", "Ann"], "urgent patients go to the front");
    assert_eq!(place(&list, "Ann"), Some(1), "one patient is before Ann");
}

#[test]
fn nobody() {
    assert_eq!(next(&mut vec![]), None, "nobody waits");
    assert_eq!(place(&[], "Ann"), None, "Ann is not there");
}
