use super::*;

#[test]
fn both_see_the_same_basket() {
    let basket = empty_basket();
    let (ada, bo) = (Shopper::new(&basket), Shopper::new(&basket));
    ada.put("tea");
    bo.put("jam");
    ada.put("milk");
    assert_eq!(
        things(&basket),
        ["tea", "jam", "milk"],
        "in the order of putting"
    );
    assert_eq!(
        things(&bo.basket),
        ["tea", "jam", "milk"],
        "seen by the other one"
    );
}

#[test]
fn baskets_are_not_mixed_up() {
    let (first, second) = (empty_basket(), empty_basket());
    Shopper::new(&first).put("tea");
    assert_eq!(things(&first).len(), 1, "one thing here");
    assert!(things(&second).is_empty(), "nothing there");
}

#[test]
fn looking_does_not_block_putting() {
    let basket = empty_basket();
    let shopper = Shopper::new(&basket);
    let seen = things(&basket);
    shopper.put("jam");
    assert_eq!(seen.len(), 0, "the copy does not change");
    assert_eq!(things(&basket).len(), 1, "the basket does");
}
