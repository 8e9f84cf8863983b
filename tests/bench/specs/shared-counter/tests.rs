use solution::*;

#[test]
fn nothing_is_lost() {
    assert_eq!(count_up(8, 10_000), 80_000);
}

#[test]
fn none() {
    assert_eq!(count_up(0, 5), 0);
    assert_eq!(count_up(5, 0), 0);
}
