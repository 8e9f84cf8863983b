use super::*;

#[test]
fn wall_and_spare() {
    assert_eq!(tiles(4, 5, 2), 22, "4 * 5 and 2 spare");
    assert_eq!(tiles(10, 1, 0), 10, "no spare tiles");
}

#[test]
fn large_walls() {
    assert_eq!(
        tiles(1000, 1000, 1),
        1_000_001,
        "a million tiles fit in a u32"
    );
}
