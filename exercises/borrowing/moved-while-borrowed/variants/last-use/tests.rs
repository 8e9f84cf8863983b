use super::*;

#[test]
fn three_words() {
    let (count, boxed) = close(vec![
        String::from("a"),
        String::from("b"),
        String::from("c"),
    ]);
    assert_eq!(count, 3, "three words");
    assert_eq!(boxed[2], "c", "the words are in the box");
}

#[test]
fn none() {
    assert_eq!(close(vec![]).0, 0, "no words");
}
