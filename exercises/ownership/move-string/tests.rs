use super::*;

#[test]
fn loud_name_and_length() {
    assert_eq!(
        badge(String::from("Ada")),
        "ADA (3)",
        "capital letters and the length"
    );
}

#[test]
fn length_is_of_the_name_as_given() {
    assert_eq!(
        badge(String::from("Strauß")),
        "STRAUSS (7)",
        "ß has two bytes"
    );
    assert_eq!(
        badge(String::from("ŉ")),
        "ʼN (2)",
        "the length of the name as given, not of the loud text"
    );
}
