use super::*;

#[test]
fn three_two_one() {
    assert_eq!(
        Countdown(3).take(9).collect::<Vec<u32>>(),
        [3, 2, 1],
        "down to 1"
    );
}

#[test]
fn ends_for_good() {
    let mut count = Countdown(1);
    assert_eq!(
        (count.next(), count.next(), count.next()),
        (Some(1), None, None),
        "after the end it stays ended"
    );
    assert_eq!(Countdown(0).take(9).count(), 0, "nothing to count");
}
