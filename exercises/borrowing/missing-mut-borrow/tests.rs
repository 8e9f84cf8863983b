use super::*;

#[test]
fn sorted_without_doubles() {
    let mut guests = vec!["b", "a", "b"];
    tidy(&mut guests);
    assert_eq!(guests, ["a", "b"], "sorted, and each name once");
}

#[test]
fn empty_stays_empty() {
    let mut guests: Vec<&str> = vec![];
    tidy(&mut guests);
    assert!(guests.is_empty(), "nothing to tidy");
}
