use super::*;

fn of(texts: &[&str]) -> Vec<usize> {
    lengths(texts.iter().map(|text| text.to_string()).collect())
}

#[test]
fn all_numbers_arrive() {
    assert_eq!(of(&["one", "three", "four"]), [3, 4, 5], "three texts");
    assert_eq!(of(&["bb", "a", "é"]), [1, 1, 2], "equal lengths");
}

#[test]
fn empty_texts_send_nothing() {
    assert_eq!(of(&["", "ab", ""]), [2], "one of three");
    assert!(of(&["", ""]).is_empty(), "none of two");
}

#[test]
fn no_text_at_all() {
    assert!(of(&[]).is_empty(), "an empty list");
}

#[test]
fn many_texts() {
    let texts: Vec<String> = (1..=40).map(|n| "x".repeat(n)).collect();
    let wanted: Vec<usize> = (1..=40).collect();
    assert_eq!(lengths(texts), wanted, "forty threads");
}
