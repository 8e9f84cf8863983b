use super::*;

#[test]
fn literals_can_be_passed() {
    assert_eq!(
        initials("Grace", "Hopper"),
        "G.H.",
        "one letter and a point for each name"
    );
}

#[test]
fn owned_names_stay_usable() {
    let name = String::from("Ada");
    let text: String = initials(&name, "Lovelace");
    assert_eq!(text, "A.L.", "borrowed names work as well");
    assert_eq!(name, "Ada", "the caller keeps the name");
}
