use super::*;

#[test]
fn off() {
    let lamps = [Lamp { watts: 0 }, Lamp { watts: 40 }, Lamp { watts: 0 }];
    assert_eq!(saved(&lamps), 2, "two lamps are off");
    assert_eq!(saved(&[]), 0, "no lamps");
}
