use super::*;

#[test]
fn dry_day() {
    assert_eq!(pack(10), "hat", "10 percent is a dry day");
}

#[test]
fn wet_day() {
    assert_eq!(pack(50), "umbrella", "50 percent is enough for an umbrella");
    assert_eq!(pack(99), "umbrella", "99 percent needs an umbrella");
}
