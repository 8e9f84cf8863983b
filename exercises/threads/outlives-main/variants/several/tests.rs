use super::*;

#[test]
fn in_order() {
    let texts = ["one", "three", "", "käse"].map(String::from).to_vec();
    assert_eq!(
        lengths(texts),
        [3, 5, 0, 4],
        "letters, in the order of the texts"
    );
}

#[test]
fn nothing() {
    assert!(lengths(vec![]).is_empty(), "no texts");
}
