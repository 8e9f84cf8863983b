use super::*;

#[test]
fn plain_numbers() {
    assert_eq!(call(1), "1", "1 is said as it is");
    assert_eq!(call(7), "7", "7 is said as it is");
}

#[test]
fn single_multiples() {
    assert_eq!(call(9), "clap", "9 is a multiple of 3");
    assert_eq!(call(10), "stamp", "10 is a multiple of 5");
}

#[test]
fn both() {
    assert_eq!(call(15), "jump", "15 is a multiple of both");
    assert_eq!(call(30), "jump", "30 is a multiple of both");
}
