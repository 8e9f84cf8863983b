use super::*;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Wake, Waker};

struct Counter(AtomicU32);
impl Wake for Counter {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

fn polls(n: u32) -> (Vec<Poll<u32>>, u32) {
    let counter = Arc::new(Counter(AtomicU32::new(0)));
    let waker = Waker::from(Arc::clone(&counter));
    let mut context = Context::from_waker(&waker);
    let mut steps = Steps::new(n);
    let mut list = Vec::new();
    while list.len() < 20 {
        let poll = Pin::new(&mut steps).poll(&mut context);
        let ready = poll.is_ready();
        list.push(poll);
        if ready {
            break;
        }
    }
    (list, counter.0.load(Ordering::SeqCst))
}

#[test]
fn ready_at_the_third_poll() {
    assert_eq!(
        polls(3).0,
        [Poll::Pending, Poll::Pending, Poll::Ready(3)],
        "twice pending, then ready"
    );
}

#[test]
fn wakes_when_not_ready() {
    assert_eq!(
        polls(3).1,
        2,
        "it must wake once for each Pending, and not when it is ready"
    );
}

#[test]
fn ready_at_once() {
    assert_eq!(polls(1).0, [Poll::Ready(1)], "one poll is enough");
    assert_eq!(
        polls(0).0,
        [Poll::Ready(1)],
        "zero: ready at the first poll"
    );
}
