use super::*;

#[test]
fn down() {
    assert_eq!(
        Stairs::new(7, 3).take(50).collect::<Vec<_>>(),
        [7, 4, 1],
        "always 3 less"
    );
    assert_eq!(
        Stairs::new(6, 3).take(50).collect::<Vec<_>>(),
        [6, 3],
        "0 is not given out"
    );
}

#[test]
fn edges() {
    assert_eq!(Stairs::new(0, 3).take(50).count(), 0, "nothing above 0");
    assert_eq!(
        Stairs::new(3, 0).take(50).collect::<Vec<_>>(),
        [3, 2, 1],
        "a step of 0 counts as 1"
    );
}
