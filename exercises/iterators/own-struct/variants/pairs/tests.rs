use super::*;

#[test]
fn three() {
    assert_eq!(
        Pairs::new(3).take(50).collect::<Vec<_>>(),
        [(0, 1), (0, 2), (1, 2)],
        "all pairs in order"
    );
}

#[test]
fn small() {
    assert_eq!(Pairs::new(0).take(50).count(), 0, "nothing to pair");
    assert_eq!(Pairs::new(1).take(50).count(), 0, "one is no pair");
    assert_eq!(Pairs::new(2).take(50).count(), 1, "a single pair");
}

#[test]
fn many() {
    assert_eq!(Pairs::new(10).take(500).count(), 45, "10 * 9 / 2");
}
