use super::*;

#[test]
fn one_or_more() {
    assert_eq!(most!(3), 3, "a single value");
    assert_eq!(same(4), 4, "inside a function");
    assert_eq!(most!(3, 9, 4), 9, "in the middle");
    assert_eq!(most!(-1.5, -0.5), -0.5, "floats");
}

#[test]
fn each_once() {
    let mut calls = 0;
    let mut next = |n: i32| {
        calls += 1;
        n
    };
    assert_eq!(most!(next(1), next(7), next(5)), 7, "values of calls");
    assert_eq!(calls, 3, "each argument is worked out once");
}

#[test]
fn names_of_the_caller() {
    let (best, next) = (1, 2);
    assert_eq!(
        most!(best, next, best + next),
        3,
        "names of the caller do not clash"
    );
}
