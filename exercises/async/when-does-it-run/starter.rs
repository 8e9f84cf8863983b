use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

async fn step(name: &str) -> usize {
    println!("step {name}");
    name.len()
}

async fn work() {
    let a = step("one");
    let b = step("three");
    println!("made");
    let sum = b.await + a.await;
    println!("{sum}");
}

fn main() {
    let future = pin!(work());
    let _unused = step("never");
    println!("start");
    let mut context = Context::from_waker(Waker::noop());
    println!("{}", future.poll(&mut context).is_ready());
}
