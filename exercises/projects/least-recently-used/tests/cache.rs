use least_recently_used::Cache;

#[test]
fn oldest_goes() {
    let mut cache = Cache::new(2);
    cache.put("a", 1);
    cache.put("b", 2);
    cache.put("c", 3);
    assert_eq!(cache.get(&"a"), None, "a was not used for the longest time");
    assert_eq!(
        (cache.get(&"b").copied(), cache.get(&"c").copied()),
        (Some(2), Some(3)),
        "b and c are there"
    );
}

#[test]
fn reading_is_a_use() {
    let mut cache = Cache::new(2);
    cache.put("a", 1);
    cache.put("b", 2);
    cache.get(&"a");
    cache.put("c", 3);
    assert_eq!(cache.get(&"b"), None, "b is the oldest, as a was read");
    assert_eq!(cache.get(&"a"), Some(&1), "a is still there");
}

#[test]
fn replacing_throws_nothing_out() {
    let mut cache = Cache::new(2);
    cache.put("a", 1);
    cache.put("b", 2);
    cache.put("b", 20);
    assert_eq!(cache.len(), 2, "still two values");
    assert_eq!(cache.get(&"a"), Some(&1), "a is still there");
    assert_eq!(cache.get(&"b"), Some(&20), "b has its new value");
}

#[test]
fn writing_is_a_use() {
    let mut cache = Cache::new(2);
    cache.put(1, String::from("x"));
    cache.put(2, String::from("y"));
    cache.put(1, String::from("z"));
    cache.put(3, String::from("w"));
    assert_eq!(cache.get(&2), None, "2 is the oldest");
    assert!(cache.get(&9).is_none(), "a key that never was");
}
