use super::*;

#[test]
fn adults() {
    assert_eq!(adult(2), 18, "twice 9");
    assert_eq!(adult(0), 0, "nobody pays nothing");
}

#[test]
fn groups() {
    assert_eq!(group(10), 80, "ten times 7 and the guide");
    assert_eq!(group(0), 10, "the guide comes in any case");
}
