use super::*;

#[test]
fn pairs() {
    assert_eq!(path!(1 => 2, 3 => 4), [(1, 2), (3, 4)], "two pairs");
    assert_eq!(path!(1 + 1 => 0), [(2, 0)], "an expression");
}

#[test]
fn single_numbers() {
    assert_eq!(path!(5, 6), [(5, 5), (6, 6)], "a number stands for both");
    assert!(path!().is_empty(), "nothing");
    assert_eq!(empty(), 0, "inside a function");
}
