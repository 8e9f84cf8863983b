use solution::*;

#[test]
fn known_ones() {
    assert_eq!(fib(0), Some(0));
    assert_eq!(fib(1), Some(1));
    assert_eq!(fib(10), Some(55));
    assert_eq!(fib(90), Some(2_880_067_194_370_816_120));
}

#[test]
fn largest_that_fits() {
    assert_eq!(fib(93), Some(12_200_160_415_121_876_738));
    assert_eq!(fib(94), None);
    assert_eq!(fib(1000), None);
}
