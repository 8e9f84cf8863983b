use super::*;

#[test]
fn greys() {
    assert!(is_grey(&Colour::Rgb(7, 7, 7)), "all parts are equal");
    assert!(!is_grey(&Colour::Rgb(7, 7, 8)), "blue differs");
    assert!(!is_grey(&Colour::Rgb(6, 7, 7)), "red differs");
    assert!(
        !is_grey(&Colour::Named(String::from("grey"))),
        "names do not count"
    );
}
