use super::*;

#[test]
fn two_names() {
    assert_eq!(
        full_name("Ada", "King"),
        "Ada King",
        "a blank between the names"
    );
}

#[test]
fn names_stay_usable() {
    let first = String::from("Bo");
    assert_eq!(full_name(&first, "Li"), "Bo Li", "a borrowed name");
    assert_eq!(first, "Bo", "the first name still belongs to the caller");
}
