use super::*;

#[test]
fn both_lists_hold_it() {
    let (first, second) = copies(String::from("a"));
    assert_eq!(first, ["a"], "the first list holds the word");
    assert_eq!(second, ["a"], "the second list holds the word too");
}

#[test]
fn longer_word() {
    let (first, second) = copies(String::from("melon"));
    assert_eq!((first.len(), second.len()), (1, 1), "one word in each list");
    assert_eq!(first, second, "both lists are alike");
}
