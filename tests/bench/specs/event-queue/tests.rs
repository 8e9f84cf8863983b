use solution::*;

#[test]
fn earliest_first() {
    let mut s = Scheduler::new();
    s.at(30, "late");
    s.at(10, "early");
    assert_eq!(s.next(), Some((10, "early".to_string())));
    s.at(20, "middle");
    assert_eq!(s.next(), Some((20, "middle".to_string())));
    assert_eq!(s.next(), Some((30, "late".to_string())));
    assert_eq!(s.next(), None);
}

#[test]
fn same_time_keeps_order() {
    let mut s = Scheduler::new();
    for n in ["z", "a", "m"] {
        s.at(5, n);
    }
    let names: Vec<String> = std::iter::from_fn(|| s.next()).map(|e| e.1).collect();
    assert_eq!(names, ["z", "a", "m"]);
}
