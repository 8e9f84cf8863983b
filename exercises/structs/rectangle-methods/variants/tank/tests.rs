use super::*;

#[test]
fn full_tank_misses_nothing() {
    assert_eq!(Tank::full(40).missing(), 0, "a full tank");
}

#[test]
fn used_and_missing() {
    let mut tank = Tank::full(40);
    tank.use_up(15);
    assert_eq!(
        (tank.level, tank.missing()),
        (25, 15),
        "15 of 40 litres are gone"
    );
    tank.use_up(100);
    assert_eq!(
        (tank.level, tank.missing()),
        (0, 40),
        "a tank is never emptier than empty"
    );
}
