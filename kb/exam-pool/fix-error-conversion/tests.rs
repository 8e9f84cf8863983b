use super::*;

#[test]
fn good_orders() {
    assert_eq!(
        parse_order("3 x tea"),
        Ok((3, "tea".to_string())),
        "3 x tea"
    );
    assert_eq!(
        parse_order(" 1 x a x b "),
        Ok((1, "a x b".to_string())),
        "cut once"
    );
}

#[test]
fn no_x() {
    assert_eq!(
        parse_order("tea"),
        Err(OrderError::NoX),
        "there is no ` x `"
    );
}

#[test]
fn the_parse_error_is_kept() {
    let expected = "many".parse::<u32>().unwrap_err();
    let found = parse_order("many x tea");
    assert_eq!(
        found,
        Err(OrderError::BadCount(expected)),
        "the error of parse"
    );
    let expected = "99999999999".parse::<u32>().unwrap_err();
    let found = OrderError::from(expected.clone());
    assert_eq!(
        found,
        OrderError::BadCount(expected),
        "From keeps it as well"
    );
}
