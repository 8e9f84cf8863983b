use super::*;

#[test]
fn prices() {
    assert_eq!(Size::Small.price(), 250, "small");
    assert_eq!(Size::Medium.price(), 320, "medium");
    assert_eq!(Size::Large.price(), 390, "large");
}

#[test]
fn next_larger() {
    assert_eq!(
        Size::Small.larger(),
        Some(Size::Medium),
        "after small comes medium"
    );
    assert_eq!(
        Size::Medium.larger(),
        Some(Size::Large),
        "after medium comes large"
    );
    assert_eq!(Size::Large.larger(), None, "nothing is larger than large");
}
