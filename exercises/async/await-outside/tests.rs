use super::*;

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

#[test]
fn added_up() {
    assert_eq!(run(total()), 70, "30 for tea and 40 for cake");
}

#[test]
fn prices_stay() {
    assert_eq!(run(price("pie")), 30, "three letters");
}
