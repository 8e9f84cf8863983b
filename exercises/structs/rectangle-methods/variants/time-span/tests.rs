use super::*;

#[test]
fn days_include_both_ends() {
    assert_eq!(Span::single(5).days(), 1, "a single day");
    assert_eq!(Span { from: 3, to: 5 }.days(), 3, "days 3, 4 and 5");
}

#[test]
fn meeting() {
    let a = Span { from: 1, to: 4 };
    assert!(a.meets(&Span { from: 4, to: 9 }), "they share day 4");
    assert!(
        a.meets(&Span { from: 2, to: 3 }),
        "one lies inside the other"
    );
    assert!(
        Span { from: 2, to: 3 }.meets(&a),
        "it works from the inner one too"
    );
    assert!(!a.meets(&Span { from: 5, to: 6 }), "no day in common");
    assert!(
        !Span { from: 5, to: 6 }.meets(&a),
        "no day in common, asked the other way"
    );
}
