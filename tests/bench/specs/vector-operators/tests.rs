use solution::*;

#[test]
fn arithmetic() {
    let a = V2 { x: 1.0, y: 2.0 };
    let b = V2 { x: 0.5, y: -1.0 };
    assert_eq!(a + b, V2 { x: 1.5, y: 1.0 });
    assert_eq!(a - b, V2 { x: 0.5, y: 3.0 });
    assert_eq!(a * 2.0, V2 { x: 2.0, y: 4.0 });
    assert_eq!(-a, V2 { x: -1.0, y: -2.0 });
}

#[test]
fn length() {
    assert_eq!(V2 { x: 3.0, y: 4.0 }.len(), 5.0);
}
