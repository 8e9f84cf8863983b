use super::*;

#[test]
fn pitch_length() {
    assert_eq!(pitch(), 100, "110 yards");
}

#[test]
fn trait_works_for_others() {
    assert_eq!(units::ToMetres::yards(1000), 914, "1000 yards");
}
