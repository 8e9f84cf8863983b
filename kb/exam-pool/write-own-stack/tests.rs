use super::*;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct NoClone(i32);

fn stack(numbers: &[i32]) -> PeakStack<NoClone> {
    let mut stack = PeakStack::new();
    for &n in numbers {
        stack.push(NoClone(n));
    }
    stack
}

#[test]
fn the_peak_may_lie_below_the_top() {
    assert_eq!(
        stack(&[3, 8, 5]).peak(),
        Some(&NoClone(8)),
        "8 is the largest"
    );
}

#[test]
fn the_peak_goes_with_its_item() {
    let mut stack = stack(&[3, 8, 5]);
    assert_eq!(stack.pop(), Some(NoClone(5)), "5 is on top");
    assert_eq!(stack.pop(), Some(NoClone(8)), "then 8");
    assert_eq!(stack.peak(), Some(&NoClone(3)), "only 3 is left");
}

#[test]
fn equal_peaks_are_counted() {
    let mut stack = stack(&[7, 7, 1]);
    stack.pop();
    stack.pop();
    assert_eq!(stack.peak(), Some(&NoClone(7)), "one of two sevens is left");
}

#[test]
fn empty_again() {
    let mut stack = stack(&[1]);
    stack.pop();
    assert_eq!(stack.peak(), None, "no items, no peak");
    assert_eq!(stack.pop(), None, "nothing to pop");
    stack.push(NoClone(-5));
    assert_eq!(stack.peak(), Some(&NoClone(-5)), "a new start");
}

#[test]
fn same_as_looking_at_all() {
    let mut stack = PeakStack::new();
    let mut plain = Vec::new();
    for step in 0..500 {
        if step % 3 == 2 {
            assert_eq!(stack.pop(), plain.pop(), "step {step}");
        } else {
            let n = step * 7919 % 101;
            stack.push(n);
            plain.push(n);
        }
        assert_eq!(stack.peak(), plain.iter().max(), "step {step}");
    }
}
