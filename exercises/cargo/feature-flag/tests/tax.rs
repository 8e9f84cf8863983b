use feature_flag::{features, total};

#[test]
fn tax_is_on_by_default() {
    assert_eq!(features(), ["tax"], "the feature is on");
    assert_eq!(total(&[100, 50]), 180, "20 percent are added");
}

#[test]
fn it_can_be_switched_off() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
    assert!(
        text.contains("default"),
        "the feature belongs into the list of defaults"
    );
    assert!(
        text.lines().any(|line| line.trim().starts_with("tax")),
        "the feature has a line of its own"
    );
}
