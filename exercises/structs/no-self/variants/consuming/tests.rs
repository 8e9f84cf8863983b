use super::*;

#[test]
fn burns() {
    let candle = Candle { minutes: 30 };
    assert_eq!(candle.light(), "burnt for 30 minutes", "it tells how long");
}

#[test]
fn takes_the_candle() {
    let light: fn(Candle) -> String = Candle::light;
    assert_eq!(
        light(Candle { minutes: 1 }),
        "burnt for 1 minutes",
        "the method takes the candle itself"
    );
}
