use super::*;

#[test]
fn in_seconds() {
    assert_eq!(wait(2), Sign { seconds: 120 }, "two minutes");
    assert_eq!(wait(0), Sign { seconds: 0 }, "no waiting");
}
