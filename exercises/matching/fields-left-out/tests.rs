use super::*;

#[test]
fn in_time() {
    let flight = Flight {
        number: String::from("LH7"),
        gate: 4,
        delay: 0,
    };
    assert_eq!(
        announce(&flight),
        "LH7 from gate 4",
        "no delay: the gate is told"
    );
}

#[test]
fn late() {
    let flight = Flight {
        number: String::from("OS2"),
        gate: 9,
        delay: 1,
    };
    assert_eq!(announce(&flight), "OS2 is late", "a minute is late already");
}
