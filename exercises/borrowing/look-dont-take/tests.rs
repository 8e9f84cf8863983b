use super::*;

#[test]
fn name_can_be_used_afterwards() {
    let name = String::from("Ottilie");
    assert_eq!(vowels(&name), 4, "O, i, i, e");
    assert_eq!(name.len(), 7, "the name still belongs to the caller");
}

#[test]
fn literals() {
    assert_eq!(vowels("Hello you"), 4, "e, o, o, u");
    assert_eq!(vowels("rhythm"), 0, "no vowel here");
}
