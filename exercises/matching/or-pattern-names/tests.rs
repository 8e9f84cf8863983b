use super::*;

#[test]
fn plain_weights() {
    assert_eq!(weight(&Item::Letter(20)), 20, "a letter");
    assert_eq!(
        weight(&Item::Parcel {
            grams: 900,
            fragile: false
        }),
        900,
        "a sturdy parcel"
    );
    assert_eq!(weight(&Item::Card), 5, "a card");
}

#[test]
fn padding() {
    assert_eq!(
        weight(&Item::Parcel {
            grams: 900,
            fragile: true
        }),
        950,
        "padding weighs 50"
    );
}
