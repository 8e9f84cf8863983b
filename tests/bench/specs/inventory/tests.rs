use solution::*;

#[test]
fn add_and_remove() {
    let mut i = Inventory::new();
    i.add("nut", 5);
    i.add("nut", 2);
    assert_eq!(i.remove("nut", 6), Ok(()));
    assert_eq!(i.count("nut"), 1);
    assert_eq!(i.count("bolt"), 0);
}

#[test]
fn failures() {
    let mut i = Inventory::new();
    i.add("nut", 2);
    assert_eq!(i.remove("nut", 3), Err(StockError::NotEnough { have: 2 }));
    assert_eq!(i.remove("bolt", 1), Err(StockError::Unknown));
    assert_eq!(i.count("nut"), 2);
}
