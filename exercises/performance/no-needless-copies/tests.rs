use super::*;

#[test]
fn longest() {
    assert_eq!(longest_line("a\nccc\nbb"), "ccc", "three letters");
    assert_eq!(longest_line("äöü\nabcd"), "abcd", "letters, not bytes");
}

#[test]
fn first_of_equal() {
    assert_eq!(longest_line("ab\ncd\nx"), "ab", "the first of the two");
    assert_eq!(longest_line(""), "", "no lines");
}

#[test]
fn part_of_the_text() {
    let text = "x\nlong";
    assert!(
        std::ptr::eq(longest_line(text).as_ptr(), text[2..].as_ptr()),
        "it must lie in the text itself"
    );
}
