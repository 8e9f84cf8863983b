use super::*;

#[test]
fn shown() {
    assert_eq!(Mark(4).to_string(), "4 of 6", "the mark and the best one");
    assert_eq!(format!("<{}>", Mark(6)), "<6 of 6>", "inside another text");
}
