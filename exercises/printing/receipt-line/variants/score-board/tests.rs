use super::*;

#[test]
fn plus_is_shown() {
    assert_eq!(
        row("Mia", 7),
        "|    Mia     |   +7|",
        "in the middle, with a plus"
    );
}

#[test]
fn minus_is_shown() {
    assert_eq!(
        row("Jo", -12),
        "|     Jo     |  -12|",
        "a minus takes the place of the plus"
    );
}
