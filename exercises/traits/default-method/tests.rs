use super::*;

struct Cat;
impl Speak for Cat {
    fn word(&self) -> String {
        String::from("miau")
    }
}

#[test]
fn dog() {
    assert_eq!(Dog.word(), "wuff", "the word of a dog");
    assert_eq!(Dog.shout(), "WUFF!", "the shout comes for free");
}

#[test]
fn fish() {
    assert_eq!(Fish.word(), "", "fish say nothing");
    assert_eq!(Fish.shout(), "...", "fish have a shout of their own");
}

#[test]
fn new_animals_need_only_a_word() {
    assert_eq!(
        Cat.shout(),
        "MIAU!",
        "a cat with nothing but a word can shout"
    );
}
