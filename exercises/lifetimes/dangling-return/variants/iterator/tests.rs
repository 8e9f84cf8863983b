use super::*;

#[test]
fn blanks_and_capitals() {
    assert_eq!(
        &clean("  YES ")[..],
        "yes",
        "no blanks around it, small letters"
    );
}

#[test]
fn inner_blanks_stay() {
    assert_eq!(&clean("A b\n")[..], "a b", "blanks inside stay");
}
