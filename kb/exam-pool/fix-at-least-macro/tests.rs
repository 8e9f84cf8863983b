#[test]
fn the_larger_one() {
    assert_eq!(at_least!(3, 5), 5, "3, but at least 5");
    assert_eq!(at_least!(7, 5), 7, "7 is enough");
}

#[test]
fn the_value_is_asked_once() {
    let mut calls = 0;
    let mut draw = || {
        calls += 1;
        calls + 10
    };
    assert_eq!(at_least!(draw(), 5), 11, "the first ticket");
    assert_eq!(calls, 1, "tickets drawn");
}

#[test]
fn the_bound_is_asked_once() {
    let mut calls = 0;
    let mut bound = || {
        calls += 1;
        calls + 10
    };
    assert_eq!(at_least!(2, bound()), 11, "the first bound");
    assert_eq!(calls, 1, "bounds asked");
}

#[test]
fn the_value_comes_first() {
    let mut order = Vec::new();
    let mut note = |n: i32| {
        order.push(n);
        n
    };
    let result = at_least!(note(1), note(2));
    assert_eq!(result, 2, "the bound is larger");
    assert_eq!(order, [1, 2], "the order of the two");
}

#[test]
fn part_of_a_larger_sum() {
    let value = 3;
    let sum = at_least!(value, 1) * 2 + at_least!(value + 1, 2);
    assert_eq!(sum, 10, "3 * 2 + 4");
}
