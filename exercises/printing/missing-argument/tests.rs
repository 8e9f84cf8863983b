use super::*;

#[test]
fn name_and_number() {
    assert_eq!(
        greet("Ada", 3),
        "Hello Ada, you have 3 new letters.",
        "first the name, then the number"
    );
    assert_eq!(
        greet("Bo", 10),
        "Hello Bo, you have 10 new letters.",
        "first the name, then the number"
    );
}
