use super::*;

#[test]
fn digits() {
    assert_eq!(press(Key::Digit(0)), "tea", "0 is tea");
    assert_eq!(press(Key::Digit(7)), "juice", "all other digits are juice");
}

#[test]
fn others() {
    assert_eq!(press(Key::Start), "ready", "start");
    assert_eq!(press(Key::Cancel), "coins back", "cancel");
    assert_eq!(press(Key::Help), "call 555", "help");
}
