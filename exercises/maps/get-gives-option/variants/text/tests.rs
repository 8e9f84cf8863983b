use super::*;

#[test]
fn nicknames() {
    let names = HashMap::from([("Robert", "Bob")]);
    assert_eq!(nick(&names, "Robert"), "Bob", "he has one");
    assert_eq!(nick(&names, "Ada"), "Ada", "she has none");
}
