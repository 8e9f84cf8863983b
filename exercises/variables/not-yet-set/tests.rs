use super::*;

#[test]
fn light_parcels() {
    assert_eq!(shipping(1), 3, "1 gram is light");
    assert_eq!(shipping(500), 3, "500 grams still count as light");
}

#[test]
fn middle_parcels() {
    assert_eq!(
        shipping(501),
        5,
        "501 grams are too heavy for the first price"
    );
    assert_eq!(shipping(2000), 5, "2000 grams still have the middle price");
}

#[test]
fn heavy_parcels_are_not_free() {
    assert_eq!(shipping(2001), 12, "above 2000 grams it costs 12");
}
