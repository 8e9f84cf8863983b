use super::*;

#[test]
fn three_litres_move() {
    let mut tank = Tank { cold: 10, hot: 10 };
    mix(&mut tank);
    assert_eq!((tank.cold, tank.hot), (13, 7), "cold gets 3, hot loses 3");
}

#[test]
fn twice() {
    let mut tank = Tank { cold: 0, hot: 6 };
    mix(&mut tank);
    mix(&mut tank);
    assert_eq!((tank.cold, tank.hot), (6, 0), "6 litres after mixing twice");
}
