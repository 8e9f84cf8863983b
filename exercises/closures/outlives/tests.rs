use super::*;

#[test]
fn greets() {
    assert_eq!(
        greeter(String::from("Hi"))("Bo"),
        "Hi, Bo!",
        "the word and the name"
    );
}

#[test]
fn can_be_used_again() {
    let hello = greeter(String::from("Hello"));
    assert_eq!(hello("A"), "Hello, A!", "the first time");
    assert_eq!(hello("B"), "Hello, B!", "the second time");
}
