use super::*;

#[test]
fn joined_and_counted() {
    let words = vec![String::from("a"), String::from("b")];
    assert_eq!(shout(words), (String::from("A B"), 2), "both results");
}

#[test]
fn nothing() {
    assert_eq!(shout(vec![]), (String::new(), 0), "no words");
}
