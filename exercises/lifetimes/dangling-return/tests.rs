use super::*;

#[test]
fn dear_ada() {
    let text = greeting("Ada");
    assert_eq!(&text[..], "Dear Ada,", "dear, the name, a comma");
}

#[test]
fn result_outlives_the_name() {
    let text = {
        let name = String::from("Bo");
        greeting(&name)
    };
    assert_eq!(
        &text[..],
        "Dear Bo,",
        "the greeting may live longer than the name"
    );
}
