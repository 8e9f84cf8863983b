use super::*;

#[test]
fn numbers_and_texts() {
    assert_eq!(largest(&[3, 9, 2]), Some(&9), "the largest number");
    assert_eq!(
        largest(&["kiwi", "apple"]),
        Some(&"kiwi"),
        "the last in the alphabet"
    );
}

#[test]
fn floats_are_allowed() {
    assert_eq!(
        largest(&[0.5, -1.0]),
        Some(&0.5),
        "floats can be compared, even if they have no total order"
    );
}

#[test]
fn nothing() {
    assert_eq!(largest::<u8>(&[]), None, "an empty list");
}

#[derive(PartialEq, PartialOrd, Debug)]
struct Weight(f64);
#[test]
fn neither_copy_nor_clone() {
    assert_eq!(
        largest(&[Weight(1.0), Weight(2.0)]),
        Some(&Weight(2.0)),
        "no copies are needed"
    );
}
