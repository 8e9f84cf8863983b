use super::*;

#[test]
fn add_then_multiply() {
    assert_eq!(run(&steps(3), 2), 15, "(2 + 3) * 3");
    assert_eq!(run(&steps(0), 9), 0, "(9 + 0) * 0");
}

#[test]
fn two_steps() {
    let list = steps(5);
    assert_eq!(list.len(), 2, "two closures");
    assert_eq!((list[0](1), list[1](2)), (6, 10), "1 + 5 and 2 * 5");
    assert_eq!(run(&[], 4), 4, "no steps change nothing");
}
