use solution::*;

#[test]
fn order() {
    let got = build_order(&[("app", "lib"), ("lib", "core"), ("app", "log")]).unwrap();
    assert_eq!(got, ["core", "lib", "log", "app"]);
}

#[test]
fn cycle() {
    assert_eq!(build_order(&[("a", "b"), ("b", "a")]), None);
}

#[test]
fn nothing() {
    assert_eq!(build_order(&[]), Some(vec![]));
}
