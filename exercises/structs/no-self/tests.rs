use super::*;

#[test]
fn one_up() {
    let mut lift = Lift { floor: 0 };
    assert_eq!(lift.up(), 1, "one floor up");
    assert_eq!(lift.up(), 2, "and another one");
    assert_eq!(lift.floor, 2, "the lift has really moved");
}

#[test]
fn stops_at_nine() {
    let mut lift = Lift { floor: 9 };
    assert_eq!(lift.up(), 9, "there is no floor 10");
}
