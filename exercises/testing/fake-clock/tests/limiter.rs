use fake_clock::{Clock, Limiter};
use std::cell::Cell;

struct Fake(Cell<u64>);

impl Clock for Fake {
    fn seconds(&self) -> u64 {
        self.0.get()
    }
}

#[test]
fn at_most_n() {
    let clock = Fake(Cell::new(100));
    let mut limiter = Limiter::new(&clock, 2);
    assert_eq!(
        [limiter.allow(), limiter.allow(), limiter.allow()],
        [true, true, false],
        "two of three"
    );
}

#[test]
fn old_calls_are_forgotten() {
    let clock = Fake(Cell::new(0));
    let mut limiter = Limiter::new(&clock, 1);
    assert!(limiter.allow(), "the first call");
    clock.0.set(59);
    assert!(!limiter.allow(), "59 seconds are not enough");
    clock.0.set(60);
    assert!(limiter.allow(), "60 seconds are enough");
}

#[test]
fn refused_calls_do_not_count() {
    let clock = Fake(Cell::new(0));
    let mut limiter = Limiter::new(&clock, 1);
    limiter.allow();
    clock.0.set(30);
    limiter.allow();
    clock.0.set(61);
    assert!(
        limiter.allow(),
        "the call at 30 was refused and does not count"
    );
}

#[test]
fn one_by_one() {
    let clock = Fake(Cell::new(0));
    let mut limiter = Limiter::new(&clock, 2);
    limiter.allow();
    clock.0.set(40);
    limiter.allow();
    clock.0.set(70);
    assert_eq!(
        [limiter.allow(), limiter.allow()],
        [true, false],
        "the call at 40 still counts at 70"
    );
}
