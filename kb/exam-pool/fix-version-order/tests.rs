use super::*;

#[test]
fn major_then_minor_then_patch() {
    let (old, new) = (version(1, 9, 9, false), version(2, 0, 1, false));
    assert!(new > old, "2.0.1 and 1.9.9");
    assert!(
        version(1, 10, 0, false) > version(1, 9, 30, false),
        "1.10.0 and 1.9.30"
    );
    assert!(
        version(1, 1, 2, false) > version(1, 1, 1, false),
        "1.1.2 and 1.1.1"
    );
}

#[test]
fn a_pre_release_comes_before_its_version() {
    assert!(version(2, 0, 1, true) < version(2, 0, 1, false), "2.0.1");
    assert!(
        version(2, 0, 1, true) > version(2, 0, 0, false),
        "after 2.0.0"
    );
}

#[test]
fn the_newest_is_found() {
    let all = [
        version(2, 0, 1, true),
        version(2, 0, 0, false),
        version(0, 9, 9, false),
    ];
    assert_eq!(newest(&all), Some(version(2, 0, 1, true)), "a pre-release");
    assert_eq!(newest(&[]), None, "no version");
}

#[test]
fn equal_only_if_all_is_equal() {
    assert_eq!(version(1, 2, 3, false), version(1, 2, 3, false), "the same");
    assert_ne!(
        version(1, 2, 3, false),
        version(1, 2, 3, true),
        "the flag counts"
    );
}
