use super::*;

#[test]
fn sums() {
    assert_eq!(sum(2, 3), "2 + 3 = 5", "two numbers and their sum");
    assert_eq!(sum(-1, 1), "-1 + 1 = 0", "a negative number");
}
