use super::*;

#[test]
fn coins_move() {
    let bank = open();
    transfer(&bank, 10);
    assert_eq!(*bank.lock().unwrap(), (80, 120), "20 coins have moved");
}

#[test]
fn never_below_zero() {
    let bank = open();
    transfer(&bank, 3000);
    assert_eq!(
        *bank.lock().unwrap(),
        (0, 200),
        "all coins have moved, and not one more"
    );
}
