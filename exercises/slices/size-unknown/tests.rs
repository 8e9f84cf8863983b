use super::*;

#[test]
fn last_two_days() {
    assert_eq!(
        weekend(&[1, 2, 3, 4, 5, 6, 7]),
        [6, 7],
        "day six and day seven"
    );
}

#[test]
fn it_is_a_view() {
    let week = [0; 7];
    assert!(
        std::ptr::eq(&weekend(&week)[0], &week[5]),
        "no copy: the slice lies in the week itself"
    );
}
