use solution::*;

#[test]
fn last_in_first_out() {
    let mut s = Stack::new();
    assert!(s.is_empty());
    s.push('a');
    s.push('b');
    assert_eq!(s.peek(), Some(&'b'));
    assert_eq!(s.len(), 2);
    assert_eq!(s.pop(), Some('b'));
    assert_eq!(s.pop(), Some('a'));
    assert_eq!(s.pop(), None);
}
