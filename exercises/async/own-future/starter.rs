use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

pub struct Steps {
    needed: u32,
    count: u32,
}

impl Steps {
    pub fn new(needed: u32) -> Self {
        Steps { needed, count: 0 }
    }
}

impl Future for Steps {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<u32> {
        todo!("wake {:?}", context.waker())
    }
}
