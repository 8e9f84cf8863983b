use super::*;

#[test]
fn nobody() {
    assert_eq!(seats(0), 0, "nobody needs no table");
}

#[test]
fn full_tables() {
    assert_eq!(seats(6), 1, "six people fit at one table");
    assert_eq!(seats(12), 2, "twelve people fill two tables");
}

#[test]
fn one_more() {
    assert_eq!(seats(1), 1, "one guest still needs a table");
    assert_eq!(seats(13), 3, "the thirteenth guest opens a third table");
}
