use super::*;

#[test]
fn both_kinds() {
    assert_eq!(page(), "<b>hi</b><br>", "a full and an empty tag");
}

#[test]
fn other_names() {
    assert_eq!(tag!(p, 3), "<p>3</p>", "a number as text");
    assert_eq!(tag!(hr), "<hr>", "another empty tag");
}
