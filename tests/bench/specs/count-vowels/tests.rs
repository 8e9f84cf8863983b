use solution::*;

#[test]
fn mixed_case() {
    assert_eq!(vowels("An Ocean Of Ice"), 7);
}

#[test]
fn none_at_all() {
    assert_eq!(vowels("rhythm"), 0);
    assert_eq!(vowels(""), 0);
}
