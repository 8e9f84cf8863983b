use super::*;

fn without(list: &[u32], load: u32) -> (bool, Vec<u32>) {
    let mut train = train(list);
    let found = unhook(&mut train, load);
    (found, loads(&train))
}

#[test]
fn loads_go_from_front_to_back() {
    assert_eq!(loads(&train(&[3, 8, 5])), [3, 8, 5], "three wagons");
    assert!(loads(&None).is_empty(), "no wagon");
}

#[test]
fn one_from_the_middle() {
    assert_eq!(without(&[3, 8, 5], 8), (true, vec![3, 5]), "without the 8");
}

#[test]
fn the_first_and_the_last() {
    assert_eq!(
        without(&[3, 8, 5], 3),
        (true, vec![8, 5]),
        "without the first"
    );
    assert_eq!(
        without(&[3, 8, 5], 5),
        (true, vec![3, 8]),
        "without the last"
    );
    assert_eq!(without(&[3], 3), (true, vec![]), "the only one");
}

#[test]
fn only_the_first_of_equals() {
    assert_eq!(
        without(&[1, 2, 2, 1], 2),
        (true, vec![1, 2, 1]),
        "one of two"
    );
}

#[test]
fn not_there() {
    assert_eq!(without(&[3, 8], 9), (false, vec![3, 8]), "no 9");
    assert_eq!(without(&[], 9), (false, vec![]), "no wagon");
}
