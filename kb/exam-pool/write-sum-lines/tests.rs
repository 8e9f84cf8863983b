use super::*;
use std::io::{BufReader, ErrorKind, Read};

#[test]
fn numbers_are_added() {
    assert_eq!(total("4\n5\n-2\n".as_bytes()).unwrap(), 7, "4 5 -2");
    assert_eq!(total("".as_bytes()).unwrap(), 0, "no line at all");
    assert_eq!(total("8".as_bytes()).unwrap(), 8, "no line end");
}

#[test]
fn empty_lines_and_notes_do_not_count() {
    let text = "4\n\n# 100\n -1 \r\n   \n";
    assert_eq!(total(text.as_bytes()).unwrap(), 3, "notes and blanks");
}

#[test]
fn a_bad_line_is_named() {
    for (text, number) in [("x", "1"), ("1\n\n# no\n2 3\n4", "4")] {
        let error = total(text.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidData, "{text:?}");
        let said = error.to_string();
        let digits: String = said.split('`').next().unwrap_or("").into();
        assert!(digits.contains(number), "{text:?} gave: {said}");
    }
}

struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::new(ErrorKind::TimedOut, "too slow"))
    }
}

#[test]
fn errors_of_reading_are_handed_on() {
    let error = total(BufReader::new(Broken)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TimedOut, "the reader's own error");
}
