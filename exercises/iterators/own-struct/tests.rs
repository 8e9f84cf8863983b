use super::*;

#[test]
fn up_to_two() {
    assert_eq!(
        Zigzag::new(2).take(20).collect::<Vec<_>>(),
        [0, 1, -1, 2, -2],
        "0, then up and down in turn"
    );
}

#[test]
fn only_zero() {
    assert_eq!(
        Zigzag::new(0).take(20).collect::<Vec<_>>(),
        [0],
        "zero has no other side"
    );
}

#[test]
fn stays_ended() {
    let mut zigzag = Zigzag::new(1);
    assert_eq!(zigzag.by_ref().take(20).count(), 3, "0, 1, -1");
    assert_eq!(
        (zigzag.next(), zigzag.next()),
        (None, None),
        "after the end it stays ended"
    );
}

#[test]
fn adaptors_come_for_free() {
    assert_eq!(
        Zigzag::new(100)
            .take(500)
            .filter(|n| n % 50 == 0)
            .sum::<i32>(),
        0,
        "both sides cancel out"
    );
}
