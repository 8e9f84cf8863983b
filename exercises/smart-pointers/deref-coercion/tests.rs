use super::*;

#[test]
fn looks_inside() {
    assert_eq!(
        length(&Sealed::new(String::from("hello"))),
        5,
        "five letters inside"
    );
}

#[test]
fn works_for_all_types() {
    let list = Sealed::new(vec![3, 1, 2]);
    assert_eq!(
        list.iter().max(),
        Some(&3),
        "methods of the inner value can be called"
    );
    assert_eq!(*Sealed::new(7) + 1, 8, "a number inside");
}
