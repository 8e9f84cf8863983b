use super::*;

#[test]
fn complete() {
    let home = home("Main Street");
    assert_eq!(
        (home.street.as_str(), home.number, home.town.as_str()),
        ("Main Street", 1, "Bern"),
        "all three fields"
    );
}
