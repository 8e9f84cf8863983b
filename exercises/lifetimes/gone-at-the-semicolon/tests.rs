use super::*;

#[test]
fn middle_in_small_letters() {
    assert_eq!(
        middle_name("Anna MARIA Bell"),
        "maria",
        "the middle name in small letters"
    );
}

#[test]
fn not_three_names() {
    assert_eq!(middle_name("Cher"), "", "a single name has no middle");
    assert_eq!(
        middle_name("a b c d"),
        "",
        "four names have no single middle"
    );
}
