use super::*;

#[test]
fn last_letters() {
    assert_eq!(from_end("Zoë", 0), Some('ë'), "the last letter");
    assert_eq!(from_end("Zoë", 2), Some('Z'), "the first of three letters");
}

#[test]
fn too_far() {
    assert_eq!(from_end("Zoë", 3), None, "there are only three letters");
    assert_eq!(from_end("", 0), None, "no letters");
}
