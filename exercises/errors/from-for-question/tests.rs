use super::*;

#[test]
fn good_levels() {
    assert_eq!(level("1"), Ok(1), "the first level");
    assert_eq!(level("9"), Ok(9), "the last level");
}

#[test]
fn bad_levels() {
    assert_eq!(level("ten"), Err(GameError::NotANumber), "a word");
    assert_eq!(
        level("10"),
        Err(GameError::OutOfRange(10)),
        "there is no level 10"
    );
    assert_eq!(
        level("0"),
        Err(GameError::OutOfRange(0)),
        "there is no level 0"
    );
}
