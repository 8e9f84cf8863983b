use solution::*;

#[test]
fn good() {
    let got = parse_settings("# colours\nfg = red\n\n bg=  dark blue \n").unwrap();
    assert_eq!(
        got,
        [
            ("fg".into(), "red".into()),
            ("bg".into(), "dark blue".into())
        ]
    );
}

#[test]
fn value_with_equals() {
    assert_eq!(
        parse_settings("q=a=b").unwrap(),
        [("q".into(), "a=b".into())]
    );
}

#[test]
fn bad() {
    assert_eq!(
        parse_settings("a=1\nnonsense\n"),
        Err("line 2: no =".to_string())
    );
}
