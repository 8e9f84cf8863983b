use solution::*;

#[test]
fn least_recent_goes() {
    let mut c = Lru::new(2);
    c.put("a", 1);
    c.put("b", 2);
    assert_eq!(c.get("a"), Some(1));
    c.put("c", 3);
    assert_eq!(c.get("b"), None);
    assert_eq!(c.get("a"), Some(1));
    assert_eq!(c.get("c"), Some(3));
}

#[test]
fn put_again_counts_as_use() {
    let mut c = Lru::new(2);
    c.put("a", 1);
    c.put("b", 2);
    c.put("a", 9);
    c.put("c", 3);
    assert_eq!(c.get("a"), Some(9));
    assert_eq!(c.get("b"), None);
}
