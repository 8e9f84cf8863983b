use super::*;

#[test]
fn borders() {
    assert_eq!(grade(0), 'C', "0 points");
    assert_eq!(grade(49), 'C', "49 points");
    assert_eq!(grade(50), 'B', "50 points");
    assert_eq!(grade(79), 'B', "79 points");
    assert_eq!(grade(80), 'A', "80 points");
}

#[test]
fn bonus_points() {
    assert_eq!(grade(101), 'A', "more than 100 points are still an A");
}
