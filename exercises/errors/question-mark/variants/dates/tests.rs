use super::*;

#[test]
fn good() {
    assert_eq!(
        date("2024-02-30"),
        Ok((2024, 2, 30)),
        "only the ranges are checked"
    );
    assert_eq!(
        date("0-12-31"),
        Ok((0, 12, 31)),
        "the largest month and day"
    );
}

#[test]
fn bad() {
    assert_eq!(date("2024-02"), Err("parts"), "two parts");
    assert_eq!(date("2024-02-03-04"), Err("parts"), "four parts");
    assert_eq!(date("2024-feb-03"), Err("number"), "a month as a word");
    assert_eq!(date("2024-13-01"), Err("range"), "month 13");
    assert_eq!(date("2024-00-01"), Err("range"), "month 0");
    assert_eq!(date("2024-01-32"), Err("range"), "day 32");
}
