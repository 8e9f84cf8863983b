use super::*;

#[test]
fn two_titles() {
    let shelf: Shelf<&str> = books();
    assert_eq!(shelf.things, ["Emma", "Dune"], "two titles");
}

#[test]
fn other_shelves() {
    let shelf = Shelf {
        things: vec![1, 2, 3],
    };
    assert_eq!(shelf.things.len(), 3, "a shelf can still hold other things");
}
