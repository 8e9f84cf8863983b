use super::*;

#[test]
fn over_several_parts() {
    assert_eq!(
        first(&["It ", "rains. So", " what."]),
        "It rains.",
        "up to the first point"
    );
}

#[test]
fn no_point() {
    assert_eq!(first(&["wait", "ing"]), "waiting", "no point: everything");
}
