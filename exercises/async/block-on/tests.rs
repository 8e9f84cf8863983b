use super::*;

use std::cell::Cell;
use std::future::poll_fn;
use std::rc::Rc;
use std::time::Duration;
#[test]
fn ready_futures() {
    assert_eq!(
        block_on(async { 1 + 2 }),
        3,
        "a future that is ready at once"
    );
    assert_eq!(
        block_on(async { block_text().await.len() }),
        2,
        "one future awaits another"
    );
}
async fn block_text() -> &'static str {
    "hi"
}
#[test]
fn woken_during_the_poll() {
    let mut left = 3;
    let value = block_on(poll_fn(|context| {
        left -= 1;
        context.waker().wake_by_ref();
        if left == 0 {
            Poll::Ready("done")
        } else {
            Poll::Pending
        }
    }));
    assert_eq!(value, "done", "a wake during the poll must not get lost");
}
#[test]
fn woken_from_another_thread_without_spinning() {
    let polls = Rc::new(Cell::new(0));
    let seen = Rc::clone(&polls);
    let mut started = false;
    block_on(poll_fn(move |context| {
        seen.set(seen.get() + 1);
        if started {
            return Poll::Ready(());
        }
        started = true;
        let waker = context.waker().clone();
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(30));
            waker.wake();
        });
        Poll::Pending
    }));
    assert_eq!(
        polls.get(),
        2,
        "one poll at the start and one after the wake"
    );
}
#[test]
fn sleeps_while_waiting() {
    let mut first = None;
    let polls = Rc::new(Cell::new(0));
    let seen = Rc::clone(&polls);
    block_on(poll_fn(move |context| {
        seen.set(seen.get() + 1);
        let start = *first.get_or_insert_with(std::time::Instant::now);
        if start.elapsed() >= Duration::from_millis(40) {
            return Poll::Ready(());
        }
        let waker = context.waker().clone();
        if seen.get() == 1 {
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_millis(60));
                waker.wake();
            });
        }
        Poll::Pending
    }));
    assert!(polls.get() < 10, "it must sleep, not ask again and again");
}
