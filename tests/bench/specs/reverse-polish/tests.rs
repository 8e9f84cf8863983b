use solution::*;

#[test]
fn sums() {
    assert_eq!(rpn("3 4 + 2 *"), Ok(14.0));
    assert_eq!(rpn("10 4 -"), Ok(6.0));
    assert_eq!(rpn("7 2 /"), Ok(3.5));
}

#[test]
fn errors() {
    assert_eq!(rpn("1 +"), Err(RpnError::TooFew));
    assert_eq!(rpn("1 x"), Err(RpnError::BadToken("x".to_string())));
    assert_eq!(rpn("1 2"), Err(RpnError::Left(2)));
    assert_eq!(rpn(""), Err(RpnError::Left(0)));
}
