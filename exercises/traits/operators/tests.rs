use super::*;

const A: Step = Step { x: 1, y: 2 };
const B: Step = Step { x: 10, y: -5 };
#[test]
fn plus_and_minus() {
    assert_eq!(A + B, Step { x: 11, y: -3 }, "both parts are added");
    assert_eq!(-B, Step { x: -10, y: 5 }, "the step back");
}

#[test]
fn times() {
    assert_eq!(A * 3, Step { x: 3, y: 6 }, "three times");
    assert_eq!(B * 0, Step { x: 0, y: 0 }, "standing still");
}

#[test]
fn used_again() {
    let mut a = A;
    let b = B;
    a += b;
    a += b;
    let c = a + b;
    assert_eq!(a, Step { x: 21, y: -8 }, "a has changed");
    assert_eq!(c, Step { x: 31, y: -13 }, "b was used three times");
}
