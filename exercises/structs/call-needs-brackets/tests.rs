use super::*;

#[test]
fn empty_jar() {
    assert_eq!(label(&Jar { cookies: vec![] }), "empty", "nothing in it");
}

#[test]
fn some_cookies() {
    assert_eq!(
        label(&Jar {
            cookies: vec!["ginger", "oat"]
        }),
        "2 cookies",
        "two in it"
    );
}
