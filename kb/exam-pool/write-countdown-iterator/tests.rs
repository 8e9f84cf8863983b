use super::*;

#[test]
fn the_example() {
    let all: Vec<u32> = Halves::new(10).collect();
    assert_eq!(all, [10, 5, 2, 1], "10 and its halves");
}

#[test]
fn zero_yields_nothing() {
    assert_eq!(Halves::new(0).next(), None, "0 has no items");
}

#[test]
fn one_yields_itself() {
    let all: Vec<u32> = Halves::new(1).collect();
    assert_eq!(all, [1], "only the 1");
}

#[test]
fn works_with_adaptors() {
    let even = Halves::new(100).filter(|n| n % 2 == 0).count();
    assert_eq!(even, 4, "100, 50, 12 and 6 are even");
}

#[test]
fn the_end_stays_the_end() {
    let mut halves = Halves::new(1);
    halves.next();
    assert_eq!(halves.next(), None, "after the 1");
    assert_eq!(halves.next(), None, "and still");
}
