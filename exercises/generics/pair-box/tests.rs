use super::*;

struct NoOrder(u8);
#[test]
fn without_order() {
    let pair = Pair::new(NoOrder(1), NoOrder(2)).swap();
    assert_eq!((pair.a.0, pair.b.0), (2, 1), "new and swap need no order");
}

#[test]
fn larger_one() {
    assert_eq!(Pair::new(3, 9).larger(), &9, "the second is larger");
    assert_eq!(Pair::new("b", "a").larger(), &"b", "the first is larger");
}

#[test]
fn equal_gives_the_first() {
    let pair = Pair::new(0.0, -0.0);
    assert!(std::ptr::eq(pair.larger(), &pair.a), "equal: the first one");
}
