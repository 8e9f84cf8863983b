use super::*;

#[test]
fn remembers() {
    let squares = Squares::default();
    assert_eq!(
        (squares.get(4), squares.get(5), squares.get(4)),
        (16, 25, 16),
        "the squares"
    );
    assert_eq!(squares.worked_out(), 2, "4 was worked out once");
}

#[test]
fn nothing_yet() {
    assert_eq!(Squares::default().worked_out(), 0, "nobody has asked");
}
