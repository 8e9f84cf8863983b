use super::*;

#[test]
fn half() {
    assert_eq!(percent(5, 10), 50.0, "5 of 10");
}

#[test]
fn an_eighth() {
    assert_eq!(percent(1, 8), 12.5, "1 of 8 has half a percent in it");
}

#[test]
fn big_numbers_fit() {
    assert_eq!(
        percent(3_000_000_000, 4_000_000_000),
        75.0,
        "large counts must not overflow"
    );
}
