use super::*;

#[test]
fn goes_around() {
    assert_eq!(Light::Red.next(), Light::Green, "green follows red");
    assert_eq!(Light::Green.next(), Light::Yellow, "yellow follows green");
    assert_eq!(Light::Yellow.next(), Light::Red, "red follows yellow");
}

#[test]
fn times() {
    assert_eq!(Light::Red.seconds(), 30, "red");
    assert_eq!(Light::Green.seconds(), 25, "green");
    assert_eq!(Light::Yellow.seconds(), 5, "yellow");
}
