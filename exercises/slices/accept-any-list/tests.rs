use super::*;

#[test]
fn whole_menu() {
    assert_eq!(menu(), 37, "all drinks and all meals");
}

#[test]
fn part_of_a_list() {
    assert_eq!(
        total(&[1, 2, 3, 4][1..3]),
        5,
        "a part of an array can be passed"
    );
    assert_eq!(total(&Vec::new()), 0, "an empty list can be passed");
}
