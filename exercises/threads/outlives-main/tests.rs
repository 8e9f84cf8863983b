use super::*;

#[test]
fn added_up() {
    assert_eq!(sum_in_thread(vec![1, 2, 3]), 6, "1 + 2 + 3");
    assert_eq!(sum_in_thread(vec![]), 0, "no numbers");
}

#[test]
fn many_numbers() {
    assert_eq!(sum_in_thread((1..=1000).collect()), 500_500, "1 to 1000");
}
