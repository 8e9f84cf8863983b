use super::*;

#[test]
fn shows_names_and_values() {
    let place = Place { row: 2, seat: 5 };
    assert_eq!(
        label(&place),
        "Place { row: 2, seat: 5 }",
        "the type, its fields and their values"
    );
}

#[test]
fn on_one_line() {
    let place = Place { row: 10, seat: 11 };
    assert_eq!(
        label(&place),
        "Place { row: 10, seat: 11 }",
        "everything stays on one line"
    );
}
