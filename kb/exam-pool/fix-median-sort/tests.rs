use super::*;

#[test]
fn the_one_in_the_middle() {
    assert_eq!(middle(&mut [30, 10, 20]), Some(20), "of 10, 20, 30");
    assert_eq!(
        middle(&mut [4, 1, 3, 2]),
        Some(3),
        "at place 2 of 1, 2, 3, 4"
    );
    assert_eq!(middle(&mut [7]), Some(7), "the only one");
}

#[test]
fn the_list_stays_as_it_is() {
    let mut prices = vec![30, 10, 20];
    middle(&mut prices);
    assert_eq!(prices, [30, 10, 20], "the order of the caller");
}

#[test]
fn an_empty_list_has_no_middle() {
    assert_eq!(middle(&mut []), None, "nothing in it");
}
