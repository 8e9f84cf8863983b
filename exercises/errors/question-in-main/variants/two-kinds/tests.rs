use super::*;

#[test]
fn good() {
    assert_eq!(ratio("1", "4").unwrap(), 0.25, "1 / 4");
}

#[test]
fn bad() {
    assert!(ratio("one", "4").is_err(), "the first is no number");
    assert!(ratio("1", "").is_err(), "the second is no number");
}

#[test]
fn zero() {
    let text = ratio("1", "0").unwrap_err().to_string();
    assert_eq!(text, "division by zero", "the error must say what happened");
}
