use solution::*;

#[test]
fn walks() {
    assert_eq!(walk("FFRF"), Ok((1, 2)));
    assert_eq!(walk("LFLFLF"), Ok((0, -1)));
    assert_eq!(walk(""), Ok((0, 0)));
}

#[test]
fn unknown() {
    assert_eq!(walk("FX"), Err('X'));
}
