use super::*;

#[test]
fn counted_from_one() {
    assert_eq!(song(&["a", "b"], 1), "a", "number 1 is the first song");
    assert_eq!(song(&["a", "b"], 2), "b", "number 2 is the second song");
}

#[test]
fn wrong_numbers() {
    assert_eq!(song(&["a", "b"], 0), "", "there is no song 0");
    assert_eq!(song(&["a", "b"], 3), "", "there is no song 3");
}
