use super::*;

#[test]
fn in_all() {
    assert_eq!(
        seconds(&Time::Clock(2, 5)),
        125,
        "two minutes and five seconds"
    );
    assert_eq!(seconds(&Time::Never), 0, "never");
}
