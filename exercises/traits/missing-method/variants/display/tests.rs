use super::*;

#[test]
fn shown_with_two_digits() {
    assert_eq!(
        Price(305).to_string(),
        "3.05 EUR",
        "always two digits for the cents"
    );
    assert_eq!(Price(1990).to_string(), "19.90 EUR", "the last zero stays");
}

#[test]
fn below_one() {
    assert_eq!(format!("{}", Price(7)), "0.07 EUR", "less than one euro");
}
