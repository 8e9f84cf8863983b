use super::*;

fn welcome(guest: impl Greeter) -> String {
    guest.greet()
}

#[test]
fn r2_beeps() {
    assert_eq!(welcome(Robot { number: 2 }), "BEEP R2", "BEEP and the name");
    assert_eq!(welcome(Robot { number: 40 }), "BEEP R40", "another robot");
}

#[test]
fn name_stays() {
    assert_eq!(Robot { number: 2 }.name(), "R2", "the name is not touched");
}
