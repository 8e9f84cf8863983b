use solution::*;

#[test]
fn counts_down() {
    assert_eq!(Countdown::from(3).collect::<Vec<u32>>(), [3, 2, 1]);
    assert_eq!(Countdown::from(0).next(), None);
}

#[test]
fn adaptors_work() {
    let even: u32 = Countdown::from(10).filter(|n| n % 2 == 0).sum();
    assert_eq!(even, 30);
}
