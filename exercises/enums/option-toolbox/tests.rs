use super::*;

#[test]
fn plain_years() {
    assert_eq!(age("1990", 2025), Some(String::from("35")), "2025 - 1990");
    assert_eq!(
        age(" 2025\n", 2025),
        Some(String::from("0")),
        "born this year, blanks around"
    );
}

#[test]
fn no_number() {
    assert_eq!(age("", 2025), None, "an empty text");
    assert_eq!(age("19x0", 2025), None, "not a number");
    assert_eq!(age("-5", 2025), None, "years are not negative");
}

#[test]
fn future() {
    assert_eq!(age("2026", 2025), None, "born next year");
}
