use super::*;

#[test]
fn a_walk() {
    assert!(
        (speed(100, 40) - 9.0).abs() < 1e-9,
        "100 m in 40 s are 9 km/h"
    );
}

#[test]
fn a_car() {
    assert!(
        (speed(50, 2) - 90.0).abs() < 1e-9,
        "50 m in 2 s are 90 km/h"
    );
}
