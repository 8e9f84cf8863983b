use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Barrier};
use std::time::Duration;
use thread_pool::Pool;

fn in_time(work: impl FnOnce() + Send + 'static) {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        work();
        let _ = sender.send(());
    });
    receiver
        .recv_timeout(Duration::from_secs(2))
        .expect("it must end by itself, without a failure");
}

#[test]
fn all_jobs_are_done_when_the_pool_is_dropped() {
    in_time(|| {
        let done = Arc::new(AtomicUsize::new(0));
        let pool = Pool::new(3);
        for _ in 0..20 {
            let done = Arc::clone(&done);
            pool.run(move || {
                std::thread::sleep(Duration::from_millis(2));
                done.fetch_add(1, Ordering::SeqCst);
            });
        }
        drop(pool);
        assert_eq!(
            done.load(Ordering::SeqCst),
            20,
            "dropping the pool waits for all jobs"
        );
    });
}

#[test]
fn jobs_run_at_the_same_time() {
    in_time(|| {
        let barrier = Arc::new(Barrier::new(2));
        let pool = Pool::new(2);
        for _ in 0..2 {
            let barrier = Arc::clone(&barrier);
            pool.run(move || {
                barrier.wait();
            });
        }
    });
}

#[test]
fn one_worker_is_enough() {
    in_time(|| {
        let (sender, receiver) = channel();
        let pool = Pool::new(1);
        for n in 0..5 {
            let sender = sender.clone();
            pool.run(move || sender.send(n).unwrap());
        }
        drop(pool);
        drop(sender);
        assert_eq!(
            receiver.iter().collect::<Vec<_>>(),
            [0, 1, 2, 3, 4],
            "one worker keeps the order"
        );
    });
}
