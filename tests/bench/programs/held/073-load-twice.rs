use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

async fn load(id: u32) -> u32 {
    id * 100
}

fn load_twice(id: u32) -> u32 {
    load(id).await + load(id + 1).await
}

fn run<F: Future>(f: F) -> F::Output {
    let mut f = pin!(f);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(v) = f.as_mut().poll(&mut cx) {
            return v;
        }
    }
}

fn main() {
    println!("{}", run(load(1)));
    println!("{}", run(load_twice(4)));
}
