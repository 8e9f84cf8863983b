use super::*;

#[test]
fn grouped_and_sorted() {
    let map = index(&["bo", "al", "bea"]);
    assert_eq!(map[&'b'], ["bea", "bo"], "each group is sorted");
    assert_eq!(map.len(), 2, "two letters");
}

#[test]
fn empty_names() {
    assert!(
        index(&["", ""]).is_empty(),
        "a name without letters has no group"
    );
}
