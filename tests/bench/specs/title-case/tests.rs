use solution::*;

#[test]
fn words_are_capitalised() {
    assert_eq!(title_case("the lORD of the rings"), "The Lord Of The Rings");
}

#[test]
fn blanks_shrink() {
    assert_eq!(title_case("  two   words "), "Two Words");
    assert_eq!(title_case(""), "");
}

#[test]
fn not_only_ascii() {
    assert_eq!(title_case("élan vital"), "Élan Vital");
}
