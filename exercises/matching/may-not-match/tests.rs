use super::*;

#[test]
fn capital_letter() {
    assert_eq!(initial("ada"), 'A', "small letters become capital");
    assert_eq!(initial("Bo"), 'B', "capital letters stay");
}

#[test]
fn empty_name() {
    assert_eq!(initial(""), '?', "no letter there");
}
