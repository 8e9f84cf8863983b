use solution::*;

#[test]
fn not_full() {
    let mut r = Ring::new(3);
    r.push(1);
    r.push(2);
    assert_eq!(r.values(), [1, 2]);
}

#[test]
fn overwrites_oldest() {
    let mut r = Ring::new(3);
    for i in 1..=5 {
        r.push(i);
    }
    assert_eq!(r.values(), [3, 4, 5]);
}

#[test]
fn no_room_at_all() {
    let mut r = Ring::new(0);
    r.push(7);
    assert!(r.values().is_empty());
}
