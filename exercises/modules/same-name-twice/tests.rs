use super::*;

#[test]
fn land_and_sea() {
    assert_eq!(route(1, 1), 2852, "1000 and 1852 metres");
    assert_eq!(route(3, 0), 3000, "only on land");
    assert_eq!(route(0, 2), 3704, "only at sea");
}
