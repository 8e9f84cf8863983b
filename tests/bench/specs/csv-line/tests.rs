use solution::*;

#[test]
fn plain() {
    assert_eq!(split_csv("a,b,,d"), ["a", "b", "", "d"]);
}

#[test]
fn quoted() {
    assert_eq!(split_csv("\"Smith, Jo\",42"), ["Smith, Jo", "42"]);
    assert_eq!(split_csv("\"say \"\"hi\"\"\",x"), ["say \"hi\"", "x"]);
}
