use std::collections::VecDeque;
use std::time::Instant;

pub trait Clock {
    fn seconds(&self) -> u64;
}

impl<C: Clock> Clock for &C {
    fn seconds(&self) -> u64 {
        (*self).seconds()
    }
}

pub struct Limiter {
    start: Instant,
    limit: usize,
    calls: VecDeque<u64>,
}

impl Limiter {
    pub fn new(limit: usize) -> Self {
        Limiter {
            start: Instant::now(),
            limit,
            calls: VecDeque::new(),
        }
    }

    pub fn allow(&mut self) -> bool {
        let now = self.start.elapsed().as_secs();
        while self.calls.front().is_some_and(|call| call + 60 <= now) {
            self.calls.pop_front();
        }
        let free = self.calls.len() < self.limit;
        if free {
            self.calls.push_back(now);
        }
        free
    }
}
