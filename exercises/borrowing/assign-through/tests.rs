use super::*;

#[test]
fn colour_and_coat() {
    let mut door = Door {
        colour: String::from("red"),
        coats: 1,
    };
    paint(&mut door, "blue");
    assert_eq!(door.colour, "blue", "the new colour");
    assert_eq!(door.coats, 2, "one coat more");
}

#[test]
fn same_colour_again() {
    let mut door = Door {
        colour: String::from("red"),
        coats: 0,
    };
    paint(&mut door, "red");
    assert_eq!(door.coats, 1, "a coat counts even in the same colour");
}
