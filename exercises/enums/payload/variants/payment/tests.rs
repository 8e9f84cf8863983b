use super::*;

#[test]
fn cash() {
    assert_eq!(
        note(&Payment::Cash { given: 500 }, 350),
        "change 150",
        "500 - 350"
    );
    assert_eq!(
        note(&Payment::Cash { given: 350 }, 350),
        "change 0",
        "it fits exactly"
    );
}

#[test]
fn card_and_free() {
    assert_eq!(
        note(&Payment::Card(String::from("99991234")), 10),
        "card *1234",
        "the last four"
    );
    assert_eq!(note(&Payment::Free, 10), "on the house", "nothing to pay");
}
