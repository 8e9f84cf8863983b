use generic_reader::number_lines;
use std::io::{Error, ErrorKind, Result, Write};

fn run(text: &str) -> (String, usize) {
    let mut output = Vec::new();
    let count = number_lines(text.as_bytes(), &mut output).unwrap();
    (String::from_utf8(output).unwrap(), count)
}

#[test]
fn numbered() {
    assert_eq!(
        run("first\nsecond\n"),
        (String::from("  1 first\n  2 second\n"), 2),
        "two lines"
    );
    assert_eq!(run(""), (String::new(), 0), "nothing");
}

#[test]
fn empty_lines_do_not_count() {
    assert_eq!(
        run("a\n\nb"),
        (String::from("  1 a\n\n  2 b\n"), 2),
        "the empty line stays, without number"
    );
}

struct Full;
impl Write for Full {
    fn write(&mut self, _: &[u8]) -> Result<usize> {
        Err(Error::from(ErrorKind::StorageFull))
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

#[test]
fn errors_go_to_the_caller() {
    let error = number_lines("a\n".as_bytes(), Full).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::StorageFull, "writing has failed");
    assert!(
        number_lines(&b"\xff\xfe\n"[..], Vec::new()).is_err(),
        "this is no text"
    );
}
