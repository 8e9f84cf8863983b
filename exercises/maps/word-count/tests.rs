use super::*;

#[test]
fn capital_letters_do_not_matter() {
    assert_eq!(
        top_word("Tea or tea"),
        Some((String::from("tea"), 2)),
        "Tea and tea are one word"
    );
}

#[test]
fn first_in_the_alphabet_wins() {
    for _ in 0..5 {
        assert_eq!(
            top_word("f e d c b a f e d c b a z"),
            Some((String::from("a"), 2)),
            "six words occur twice"
        );
    }
}

#[test]
fn nothing() {
    assert_eq!(top_word(" \n "), None, "no words");
}
