use super::*;

#[test]
fn words() {
    assert_eq!(swap("x", "y"), "y x y", "second, first, second");
    assert_eq!(swap("to", "go"), "go to go", "second, first, second");
}
