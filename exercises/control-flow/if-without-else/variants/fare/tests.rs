use super::*;

#[test]
fn fares() {
    assert_eq!(fare(13), 2, "under 14");
    assert_eq!(fare(14), 5, "14 is not under 14");
}
