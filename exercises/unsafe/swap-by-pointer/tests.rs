use super::*;

#[test]
fn swapped() {
    let mut list = [1, 2, 3];
    swap(&mut list, 0, 2);
    assert_eq!(list, [3, 2, 1], "the two ends have changed places");
}

#[test]
fn without_copies() {
    let mut list = vec![String::from("a"), String::from("b")];
    swap(&mut list, 1, 0);
    swap(&mut list, 1, 1);
    assert_eq!(list, ["b", "a"], "owned texts, and equal indices");
}

#[test]
#[should_panic]
fn out_of_range() {
    swap(&mut [1, 2][..], 0, 2);
}

#[test]
#[should_panic]
fn first_out_of_range() {
    swap(&mut [1, 2][..1], 1, 0);
}
