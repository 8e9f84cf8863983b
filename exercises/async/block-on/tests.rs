use super::*;

use std::cell::Cell;
use std::future::poll_fn;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
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
fn sleeps_until_another_thread_wakes_it() {
    let polls = Rc::new(Cell::new(0));
    let seen = Rc::clone(&polls);
    let done = Arc::new(AtomicBool::new(false));
    block_on(poll_fn(move |context| {
        seen.set(seen.get() + 1);
        if done.load(Ordering::SeqCst) {
            return Poll::Ready(());
        }
        if seen.get() == 1 {
            let (waker, done) = (context.waker().clone(), Arc::clone(&done));
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_millis(80));
                done.store(true, Ordering::SeqCst);
                waker.wake();
            });
        }
        Poll::Pending
    }));
    assert_eq!(
        polls.get(),
        2,
        "one poll at the start and one after the wake: it must sleep in between"
    );
}
