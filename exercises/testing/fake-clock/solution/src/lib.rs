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

pub struct SystemClock(Instant);

impl Default for SystemClock {
    fn default() -> Self {
        SystemClock(Instant::now())
    }
}

impl Clock for SystemClock {
    fn seconds(&self) -> u64 {
        self.0.elapsed().as_secs()
    }
}

pub struct Limiter<C> {
    clock: C,
    limit: usize,
    calls: VecDeque<u64>,
}

impl<C: Clock> Limiter<C> {
    pub fn new(clock: C, limit: usize) -> Self {
        Limiter {
            clock,
            limit,
            calls: VecDeque::new(),
        }
    }

    pub fn allow(&mut self) -> bool {
        let now = self.clock.seconds();
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
