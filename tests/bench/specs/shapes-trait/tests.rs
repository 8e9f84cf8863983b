use solution::*;

#[test]
fn areas() {
    assert_eq!(Rect { w: 2.0, h: 3.5 }.area(), 7.0);
    assert!((Circle { radius: 1.0 }.area() - std::f64::consts::PI).abs() < 1e-12);
}

#[test]
fn the_largest() {
    let list: Vec<Box<dyn Shape>> = vec![
        Box::new(Rect { w: 1.0, h: 2.0 }),
        Box::new(Circle { radius: 1.0 }),
    ];
    assert_eq!(largest(&list).as_deref(), Some("circle"));
    assert_eq!(largest(&[]), None);
}
