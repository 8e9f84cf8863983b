use declare_the_module::{report, weather};

#[test]
fn windy() {
    assert_eq!(report(10, 20), "feels like 8", "wind above 15");
}

#[test]
fn calm() {
    assert_eq!(report(10, 15), "feels like 10", "15 is not above 15");
    assert_eq!(
        weather::feels_like(-3, 16),
        -5,
        "the module can be used from outside"
    );
}
