use super::*;

#[test]
fn two_pages() {
    assert_eq!(
        tear(vec![1, 2, 3], 2),
        (vec![3, 2], vec![1]),
        "from the end, and the rest stays"
    );
}

#[test]
fn book_too_thin() {
    assert_eq!(
        tear(vec![7], 5),
        (vec![7], vec![]),
        "it stops when no page is left"
    );
}
