use super::*;

#[test]
fn red_bike() {
    let bike = Bike {
        colour: String::from("red"),
    };
    assert_eq!(sell(bike), "red: sold to shop", "colour and note");
}

#[test]
fn other_colour() {
    let bike = Bike {
        colour: String::from("dark green"),
    };
    assert_eq!(
        sell(bike),
        "dark green: sold to shop",
        "the colour of this very bike"
    );
}
