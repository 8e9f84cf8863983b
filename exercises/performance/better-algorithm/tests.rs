use super::*;

use std::sync::mpsc::channel;
use std::time::Duration;

fn in_time(numbers: Vec<i64>, sum: i64) -> bool {
    let (sender, receiver) = channel();
    std::thread::spawn(move || sender.send(has_pair(&numbers, sum)));
    receiver
        .recv_timeout(Duration::from_millis(1500))
        .expect("too slow: 100,000 numbers must take less than a second")
}

#[test]
fn small_lists() {
    assert!(has_pair(&[3, 8, 1], 9), "8 + 1");
    assert!(!has_pair(&[3, 8, 1], 6), "3 may not be used twice");
    assert!(has_pair(&[3, 8, 3], 6), "two threes are two places");
    assert!(!has_pair(&[], 0), "no numbers");
    assert!(has_pair(&[-4, 4], 0), "negative numbers");
}

#[test]
fn many_numbers() {
    assert!(
        !in_time((0..100_000).map(|n| n * 2).collect(), 5),
        "even numbers have no odd sum"
    );
}

#[test]
fn many_numbers_with_a_pair_at_the_end() {
    let mut list: Vec<i64> = (0..20_000).map(|n| n * 2).collect();
    list.extend([-7, -9]);
    assert!(in_time(list, -16), "the last two");
}
