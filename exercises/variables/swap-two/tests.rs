use super::*;

#[test]
fn numbers_change_places() {
    assert_eq!(swap(1, 2), (2, 1), "1 and 2 change places");
    assert_eq!(swap(-7, 40), (40, -7), "-7 and 40 change places");
}
