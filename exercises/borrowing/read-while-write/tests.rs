use super::*;

#[test]
fn first_word_again() {
    let mut words = vec![String::from("la"), String::from("le")];
    echo(&mut words);
    assert_eq!(
        words,
        ["la", "le", "-", "la"],
        "a dash, then the first word once more"
    );
}

#[test]
fn empty_stays_empty() {
    let mut words: Vec<String> = vec![];
    echo(&mut words);
    assert!(words.is_empty(), "no first word, nothing to add");
}
