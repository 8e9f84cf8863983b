use super::*;

#[test]
fn next_size() {
    let shoe = big(&Shoe {
        size: 41,
        colour: "red",
    });
    assert_eq!(
        (shoe.size, shoe.colour),
        (42, "red"),
        "one size up, the same colour"
    );
}
