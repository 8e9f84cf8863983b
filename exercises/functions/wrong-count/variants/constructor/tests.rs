use super::*;

#[test]
fn a_day() {
    assert_eq!(day(), Span { from: 0, to: 24 }, "from 0 to 24");
    assert_eq!(Span::new(3, 4).to, 4, "new still takes two numbers");
}
