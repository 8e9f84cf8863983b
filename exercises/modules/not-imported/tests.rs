use super::*;

#[test]
fn letters_are_counted() {
    assert_eq!(
        count("abca"),
        [('a', 2), ('b', 1), ('c', 1)],
        "sorted by letter"
    );
}

#[test]
fn capital_letters_differ() {
    assert_eq!(count("aA"), [('A', 1), ('a', 1)], "A and a are two letters");
    assert!(count("").is_empty(), "nothing to count");
}
