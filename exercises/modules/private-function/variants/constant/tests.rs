use super::*;

mod elsewhere {
    pub const CODE: u32 = 0;
}

#[test]
fn hint_and_door() {
    assert_eq!(hint(), "4 digits", "the number of digits");
    assert!(
        vault::open(1234) && !vault::open(1),
        "only the right code opens"
    );
}

#[test]
fn code_stays_secret() {
    #[allow(unused_imports)]
    use super::vault::*;
    use elsewhere::*;
    assert_eq!(CODE, 0, "the code must not be visible from outside");
}
