use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn main() {
    let n = AtomicI32::new(10);
    println!("{}", n.fetch_add(5, Ordering::SeqCst));
    println!("{}", n.fetch_max(12, Ordering::SeqCst));
    println!("{}", n.swap(1, Ordering::SeqCst));
    let changed = n.compare_exchange(2, 3, Ordering::SeqCst, Ordering::SeqCst);
    println!("{changed:?}");
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| n.fetch_sub(1, Ordering::SeqCst));
        }
    });
    println!("{}", n.into_inner());
}
