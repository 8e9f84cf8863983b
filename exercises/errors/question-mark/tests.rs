use super::*;

#[test]
fn good_sizes() {
    assert_eq!(area("3x4"), Ok(12), "three times four");
    assert_eq!(area(" 10 x 2 "), Ok(20), "blanks around the numbers");
}

#[test]
fn no_x() {
    assert_eq!(
        area("3y4"),
        Err(String::from("bad size: 3y4")),
        "no x in it"
    );
    assert_eq!(area(""), Err(String::from("bad size: ")), "an empty text");
}

#[test]
fn no_numbers() {
    assert_eq!(
        area("ax4"),
        Err(String::from("bad size: ax4")),
        "the first part is no number"
    );
    assert_eq!(
        area("3x"),
        Err(String::from("bad size: 3x")),
        "the second part is missing"
    );
    assert_eq!(
        area("3x4x5"),
        Err(String::from("bad size: 3x4x5")),
        "too many parts"
    );
}
