use super::*;

#[test]
fn even_numbers() {
    assert_eq!(
        first_even(&[3, 4, 6]),
        Some(8),
        "the first even number is 4"
    );
    assert_eq!(first_even(&[-2]), Some(-4), "negative numbers");
    assert_eq!(first_even(&[1, 3]), None, "no even number");
}

#[test]
fn totals() {
    assert_eq!(
        total(&[Some(3), None, Some(4)]),
        7,
        "unknown prices count 0"
    );
    assert_eq!(total(&[None]), 0, "nothing is known");
}

#[test]
fn labels() {
    assert_eq!(label(Some("Ann")), "Ann", "a name");
    assert_eq!(
        (label(None), label(Some(""))),
        ("guest", "guest"),
        "no name, and an empty name"
    );
}
