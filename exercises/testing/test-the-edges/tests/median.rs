use test_the_edges::median;

#[test]
fn edges() {
    assert_eq!(median(&[]), None, "no values");
    assert_eq!(median(&[4.0]), Some(4.0), "one value");
    assert_eq!(median(&[4.0, 5.0]), Some(4.5), "two values");
}

#[test]
fn order_does_not_matter() {
    assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0), "unsorted");
    assert_eq!(
        median(&[-1.0, -5.0, 3.0, 0.0]),
        Some(-0.5),
        "negative values"
    );
}

#[test]
fn nan_does_not_panic() {
    assert!(
        median(&[f64::NAN, 1.0, 2.0]).is_some(),
        "a value that is no number must not panic"
    );
}

#[test]
fn there_are_tests() {
    let source =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs")).unwrap();
    assert!(
        source.matches("#[test]").count() >= 4,
        "write at least four tests in src/lib.rs"
    );
}
