use super::*;

#[test]
fn arithmetic() {
    let (a, b) = (Span::from(90), Span::from(35));
    assert_eq!((a + b).minutes, 125, "90 and 35 minutes");
    assert_eq!((a - b).minutes, 55, "90 without 35 minutes");
    assert_eq!((b - a).minutes, 0, "never below zero");
    assert_eq!((b * 2).minutes, 70, "twice 35 minutes");
}

#[test]
fn as_text() {
    let text: String = Span::from(65).into();
    assert_eq!(text, "1:05", "two digits for the minutes");
    assert_eq!(String::from(Span::from(5)), "0:05", "less than an hour");
}
