use super::*;

fn fails(line: &str) -> Box<dyn Error> {
    read_order(line, 5).unwrap_err().into()
}

#[test]
fn a_good_line_is_read() {
    assert_eq!(read_order("3 tea", 5).unwrap(), (3, "tea".into()), "3 tea");
}

#[test]
fn texts_for_people() {
    assert_eq!(fails("").to_string(), "the order is empty", "no text");
    assert_eq!(fails("x tea").to_string(), "bad number", "x is no number");
    assert_eq!(fails("9 tea").to_string(), "only 5 of tea", "9 of 5");
}

#[test]
fn a_bad_number_has_its_reason_as_source() {
    let error = fails("x tea");
    let reason = error.source().expect("a source");
    assert!(reason.is::<ParseIntError>(), "the error of parse itself");
}

#[test]
fn the_others_have_no_source() {
    assert!(fails("").source().is_none(), "empty");
    assert!(fails("9 tea").source().is_none(), "too many");
}
