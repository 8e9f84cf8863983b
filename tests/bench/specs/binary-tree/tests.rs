use solution::*;

#[test]
fn keeps_order() {
    let mut t = Tree::new();
    for v in [5, 2, 8, 1, 9] {
        assert!(t.insert(v));
    }
    assert!(!t.insert(8));
    assert_eq!(t.sorted(), [1, 2, 5, 8, 9]);
}

#[test]
fn looks_up() {
    let mut t = Tree::new();
    assert!(!t.contains(1));
    t.insert(1);
    assert!(t.contains(1));
}

#[test]
fn depth() {
    let mut t = Tree::new();
    assert_eq!(t.depth(), 0);
    for v in [1, 2, 3] {
        t.insert(v);
    }
    assert_eq!(t.depth(), 3);
}
