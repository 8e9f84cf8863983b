use super::*;

#[test]
fn first_numbers() {
    let mut next = fibonacci();
    let list: Vec<u64> = (0..8).map(|_| next()).collect();
    assert_eq!(list, [0, 1, 1, 2, 3, 5, 8, 13], "the first eight numbers");
}

#[test]
fn starts_anew() {
    fibonacci()();
    assert_eq!(fibonacci()(), 0, "a new walk starts at 0");
}
