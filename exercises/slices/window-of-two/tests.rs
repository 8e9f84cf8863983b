use super::*;

#[test]
fn up_twice() {
    assert_eq!(
        climbs(&[3, 5, 5, 2, 4]),
        2,
        "3 to 5 and 2 to 4; level parts do not count"
    );
}

#[test]
fn short_paths() {
    assert_eq!(climbs(&[]), 0, "no point, no climb");
    assert_eq!(climbs(&[8]), 0, "a single point");
}

#[test]
fn all_up() {
    assert_eq!(
        climbs(&[-3, -2, 0, 9]),
        3,
        "three climbs between four points"
    );
}
