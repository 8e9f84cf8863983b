use calculator::{Trouble, eval};

#[test]
fn ranks() {
    assert_eq!(eval("2 + 3 * 4"), Ok(14), "* goes before +");
    assert_eq!(eval("2 * (3 + 4)"), Ok(14), "brackets first");
    assert_eq!(eval("7"), Ok(7), "a number alone");
}

#[test]
fn from_left_to_right() {
    assert_eq!(eval("8 - 3 - 2"), Ok(3), "(8 - 3) - 2");
    assert_eq!(eval("100 / 10 / 5"), Ok(2), "(100 / 10) / 5");
    assert_eq!(eval("7 / 2 * 2"), Ok(6), "(7 / 2) * 2");
}

#[test]
fn minus_in_front() {
    assert_eq!(eval("-3 + 5"), Ok(2), "a negative number");
    assert_eq!(eval("4 - -(1 + 1)"), Ok(6), "a minus in front of a bracket");
}

#[test]
fn bad_input() {
    for text in ["", "1 +", "(1", "1)", "1 2", "* 2", "1 & 2", "()"] {
        assert_eq!(eval(text), Err(Trouble::Syntax), "bad input: {text:?}");
    }
}

#[test]
fn division_by_zero() {
    assert_eq!(
        eval("1 / (2 - 2)"),
        Err(Trouble::Division),
        "the bracket is zero"
    );
}
