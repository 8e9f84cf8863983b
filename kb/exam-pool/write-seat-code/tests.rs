use super::*;

#[test]
fn good_codes_are_read() {
    assert_eq!(parse_seat("12C"), Ok((12, 'C')), "12C");
    assert_eq!(parse_seat("1A"), Ok((1, 'A')), "the first seat");
    assert_eq!(parse_seat("60F"), Ok((60, 'F')), "the last seat");
}

#[test]
fn blanks_and_small_letters_are_fine() {
    assert_eq!(parse_seat(" 7f \n"), Ok((7, 'F')), "blanks around, small f");
}

#[test]
fn nothing_is_empty() {
    assert_eq!(parse_seat(""), Err(SeatError::Empty), "empty text");
    assert_eq!(parse_seat("  "), Err(SeatError::Empty), "blanks only");
}

#[test]
fn the_letter_is_checked_first() {
    for code in ["12", "12G", "12é", "0X"] {
        assert_eq!(parse_seat(code), Err(SeatError::BadLetter), "{code}");
    }
}

#[test]
fn the_row_must_exist() {
    for code in ["0A", "61A", "A", "1 A", "-1A", "+5A", "999999A", "éA"] {
        assert_eq!(parse_seat(code), Err(SeatError::BadRow), "{code}");
    }
}
