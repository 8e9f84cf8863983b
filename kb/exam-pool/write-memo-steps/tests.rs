use super::*;
use std::cell::Cell;

thread_local! {
    static CALLS: Cell<u32> = const { Cell::new(0) };
}

fn steps(memo: &Memo, n: u64) -> u64 {
    CALLS.set(CALLS.get() + 1);
    match n {
        0 | 1 => 1,
        _ => memo.get(n - 1) + memo.get(n - 2),
    }
}

fn square(_: &Memo, n: u64) -> u64 {
    CALLS.set(CALLS.get() + 1);
    n * n
}

#[test]
fn results_are_right() {
    let memo = Memo::new(square);
    assert_eq!(memo.get(7), 49, "7 squared");
    assert_eq!(memo.get(0), 0, "0 squared");
    assert_eq!(memo.get(7), 49, "7 again");
}

#[test]
fn each_number_is_computed_once() {
    CALLS.set(0);
    let memo = Memo::new(square);
    for n in [3, 0, 3, 0, 3] {
        memo.get(n);
    }
    assert_eq!(CALLS.get(), 2, "calls for 3 and 0");
}

#[test]
fn the_function_may_ask_the_memo() {
    CALLS.set(0);
    let memo = Memo::new(steps);
    assert_eq!(memo.get(25), 121_393, "25 steps");
    assert_eq!(CALLS.get(), 26, "calls for 0 to 25");
}
