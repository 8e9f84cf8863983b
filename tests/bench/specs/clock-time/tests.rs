use solution::*;

#[test]
fn reads() {
    assert_eq!(
        "07:45".parse::<Time>(),
        Ok(Time {
            hour: 7,
            minute: 45
        })
    );
}

#[test]
fn prints() {
    assert_eq!(Time { hour: 9, minute: 5 }.to_string(), "09:05");
}

#[test]
fn refuses() {
    for bad in [
        "24:00", "12:60", "1:30", "noon", "12-30", "", "12:3a", "+1:30",
    ] {
        assert!(bad.parse::<Time>().is_err(), "{bad}");
    }
}
