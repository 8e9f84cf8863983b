use solution::*;

#[test]
fn first_few() {
    assert_eq!(primes_below(20), [2, 3, 5, 7, 11, 13, 17, 19]);
}

#[test]
fn edges() {
    assert!(primes_below(0).is_empty());
    assert!(primes_below(2).is_empty());
    assert_eq!(primes_below(3), [2]);
}

#[test]
fn many() {
    assert_eq!(primes_below(2_000_000).len(), 148_933);
}
