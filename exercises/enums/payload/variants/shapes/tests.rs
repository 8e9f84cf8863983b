use super::*;

#[test]
fn areas() {
    assert_eq!(area(&Shape::Square(1.5)), 2.25, "side times side");
    assert_eq!(
        area(&Shape::Box {
            width: 2.0,
            height: 0.5
        }),
        1.0,
        "width times height"
    );
    assert_eq!(area(&Shape::Dot), 0.0, "a dot has no area");
}
