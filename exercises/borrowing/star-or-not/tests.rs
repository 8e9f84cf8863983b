use super::*;

#[test]
fn doubled_in_place() {
    let mut list = [1, -2, 0];
    double_all(&mut list);
    assert_eq!(list, [2, -4, 0], "each number is doubled");
}

#[test]
fn larger_becomes_zero() {
    let (mut a, mut b) = (3, 8);
    biggest_to_zero(&mut a, &mut b);
    assert_eq!((a, b), (3, 0), "8 is larger than 3");
}

#[test]
fn equal_numbers() {
    let (mut a, mut b) = (4, 4);
    biggest_to_zero(&mut a, &mut b);
    assert_eq!((a, b), (0, 0), "equal numbers both become 0");
}
