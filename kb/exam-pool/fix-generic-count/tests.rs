use super::*;

#[derive(PartialEq, PartialOrd)]
struct Grade(f32);

#[test]
fn whole_numbers() {
    assert_eq!(above(&[1, 5, 9], &4), 2, "5 and 9 are above 4");
    assert_eq!(above(&[4, 4], &4), 0, "4 is not above 4");
}

#[test]
fn numbers_with_a_point() {
    assert_eq!(above(&[0.5, 2.5], &1.0), 1, "2.5 is above 1.0");
}

#[test]
fn texts_and_own_types() {
    assert_eq!(above(&["ant", "cow"], &"bee"), 1, "cow comes after bee");
    assert_eq!(
        above(&[Grade(1.0), Grade(3.0)], &Grade(2.0)),
        1,
        "an own type"
    );
}
