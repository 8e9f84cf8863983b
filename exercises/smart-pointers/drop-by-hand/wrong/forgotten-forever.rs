use std::cell::Cell;

thread_local! {
    static ON_DUTY: Cell<i32> = const { Cell::new(0) };
}

pub struct Guard;

impl Guard {
    pub fn new() -> Guard {
        ON_DUTY.set(ON_DUTY.get() + 1);
        Guard
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        ON_DUTY.set(ON_DUTY.get() - 1);
    }
}

pub fn shift() -> i32 {
    let first = Guard::new();
    let _second = Guard::new();
    std::mem::forget(first);
    ON_DUTY.set(ON_DUTY.get() - 1);
    ON_DUTY.set(ON_DUTY.get() + 1);
    ON_DUTY.get()
}
