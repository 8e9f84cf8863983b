use super::*;

#[test]
fn good_lines() {
    assert_eq!(sum("4\n-1\n"), Ok(3), "4 and -1");
    assert_eq!(sum(""), Ok(0), "no lines");
}

#[test]
fn empty_lines() {
    assert_eq!(sum("\n5\n  \n"), Ok(5), "empty lines are skipped");
}

#[test]
fn bad_line() {
    assert_eq!(sum("4\n\nx\n"), Err(3), "empty lines have a number too");
    assert_eq!(sum("?"), Err(1), "the first line");
}
