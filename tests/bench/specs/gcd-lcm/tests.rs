use solution::*;

#[test]
fn divisor() {
    assert_eq!(gcd(84, 36), 12);
    assert_eq!(gcd(0, 9), 9);
    assert_eq!(gcd(17, 5), 1);
}

#[test]
fn multiple() {
    assert_eq!(lcm(4, 6), 12);
    assert_eq!(lcm(0, 5), 0);
    assert_eq!(lcm(4_000_000_000, 4_000_000_000), 4_000_000_000);
}
