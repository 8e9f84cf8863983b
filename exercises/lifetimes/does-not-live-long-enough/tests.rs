use super::*;

#[test]
fn three_letters_each() {
    assert_eq!(
        nicknames(&["Katharina", "Benjamin"]),
        "Kat,Ben",
        "three letters of each name"
    );
}

#[test]
fn short_and_foreign_names() {
    assert_eq!(
        nicknames(&["Jo", "Zoë", "Émile"]),
        "Jo,Zoë,Émi",
        "letters, not bytes; short names stay"
    );
    assert_eq!(nicknames(&[]), "", "no names");
}
