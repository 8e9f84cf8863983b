use super::*;

#[test]
fn taken() {
    let mut stock = BTreeMap::from([(String::from("nut"), 5)]);
    assert_eq!(take(&mut stock, "nut"), 5, "five were there");
    assert_eq!(take(&mut stock, "nut"), 0, "now there are none");
    assert!(stock.is_empty(), "the item is gone");
}
