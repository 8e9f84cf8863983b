use super::*;

#[test]
fn dark() {
    assert_eq!(lamp(true, true), "on", "dark, and someone is there");
    assert_eq!(lamp(true, false), "dimmed", "dark, and nobody is there");
}

#[test]
fn light() {
    assert_eq!(lamp(false, true), "off", "it is light enough");
    assert_eq!(lamp(false, false), "off", "it is light enough");
}
