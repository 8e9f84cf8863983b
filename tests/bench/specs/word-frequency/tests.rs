use solution::*;

#[test]
fn counts_and_order() {
    let got = top_words("The cat, the dog; a cat. THE end", 3);
    let want = vec![
        ("the".to_string(), 3),
        ("cat".to_string(), 2),
        ("a".to_string(), 1),
    ];
    assert_eq!(got, want);
}

#[test]
fn fewer_than_asked() {
    assert_eq!(top_words("one", 5).len(), 1);
    assert!(top_words("12 34", 5).is_empty());
}
