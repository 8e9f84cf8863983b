use super::*;

#[test]
fn reached_exactly() {
    assert_eq!(years(100, 10, 130), 2, "115 after one year, 130 after two");
}

#[test]
fn there_already() {
    assert_eq!(years(500, 1, 500), 0, "the goal is reached at the start");
}

#[test]
fn small_amounts_round_down() {
    assert_eq!(
        years(19, 1, 22),
        2,
        "5 percent of 19 is nothing, of 20 it is 1: first 20, then 22"
    );
}
