use std::sync::Mutex;

struct CarPark {
    free: Mutex<u32>,
}

struct Ticket<'a> {
    park: &'a CarPark,
}

impl CarPark {
    fn new(places: u32) -> CarPark {
        CarPark {
            free: Mutex::new(places),
        }
    }

    fn park(&self) -> Option<Ticket<'_>> {
        let mut free = self.free.lock().unwrap();
        *free = free.checked_sub(1)?;
        Some(Ticket { park: self })
    }

    fn free(&self) -> u32 {
        *self.free.lock().unwrap()
    }
}

fn main() {}
