use super::*;

fn of(text: &str) -> String {
    longest(text.as_bytes()).unwrap()
}

#[test]
fn one_line_only() {
    assert_eq!(of("one\nthree\nseven\n"), "three", "one, three, seven");
    assert_eq!(of("no end"), "no end", "no line end");
    assert_eq!(of(""), "", "no line");
}

#[test]
fn blanks_at_the_end_belong_to_the_line() {
    assert_eq!(of("abc\nab  \r\n"), "ab  ", "two blanks, then a line end");
}

#[test]
fn letters_count_not_bytes() {
    assert_eq!(of("éé\nabc\n"), "abc", "two letters against three");
}

#[test]
fn of_equal_lines_the_first() {
    assert_eq!(of("ab\ncd\r\n"), "ab", "both have two letters");
}
