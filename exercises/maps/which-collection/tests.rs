use super::*;

#[test]
fn each_person_once() {
    assert_eq!(
        visitors("ann bo ann"),
        2,
        "ann came twice, but is one person"
    );
    assert_eq!(visitors("a b c c c"), 3, "three people");
}

#[test]
fn nobody() {
    assert_eq!(visitors(""), 0, "an empty log");
}
