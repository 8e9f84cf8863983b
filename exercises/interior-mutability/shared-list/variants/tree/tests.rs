use super::*;

#[test]
fn path_from_the_root() {
    let (a, b, c) = (Node::new("a"), Node::new("b"), Node::new("c"));
    add(&a, &b);
    add(&b, &c);
    assert_eq!(path(&c), "a/b/c", "from the root down");
    assert_eq!(path(&a), "a", "the root itself");
}

#[test]
fn parents_own_children() {
    let (a, b) = (Node::new("a"), Node::new("b"));
    add(&a, &b);
    assert_eq!(Rc::strong_count(&b), 2, "the parent owns the child");
    assert_eq!(Rc::strong_count(&a), 1, "the child does not own the parent");
    drop(a);
    assert_eq!(path(&b), "b", "a node without its parent is a root");
}
