use super::*;

#[test]
fn four_steps() {
    assert_eq!(stairs(4), 10, "1 + 2 + 3 + 4");
}

#[test]
fn one_step() {
    assert_eq!(stairs(1), 1, "a single brick");
}

#[test]
fn no_step() {
    assert_eq!(stairs(0), 0, "no steps, no bricks");
}
