use std::sync::atomic::{AtomicU32, Ordering};
const HITS: AtomicU32 = AtomicU32::new(0);
const COUNTER: &'static AtomicU32 = &HITS;
fn main() {
    COUNTER.fetch_add(1, Ordering::SeqCst);
    println!("{}", COUNTER.load(Ordering::SeqCst));
}
