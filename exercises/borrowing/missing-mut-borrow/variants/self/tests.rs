use super::*;

#[test]
fn places_are_kept() {
    let mut trail = Trail { places: vec![] };
    assert_eq!(trail.go("gate"), 1, "the first place");
    assert_eq!(trail.go("lake"), 2, "the second place");
    assert_eq!(
        trail.places,
        ["gate", "lake"],
        "places in the order of the walk"
    );
}
