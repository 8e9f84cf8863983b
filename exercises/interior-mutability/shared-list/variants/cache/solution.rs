use std::cell::RefCell;
use std::collections::HashMap;

#[derive(Default)]
pub struct Squares {
    known: RefCell<HashMap<u64, u64>>,
}

impl Squares {
    pub fn get(&self, n: u64) -> u64 {
        *self.known.borrow_mut().entry(n).or_insert_with(|| n * n)
    }

    pub fn worked_out(&self) -> usize {
        self.known.borrow().len()
    }
}
