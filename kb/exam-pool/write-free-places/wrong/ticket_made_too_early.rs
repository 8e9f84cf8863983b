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
        let ticket = Ticket { park: self };
        let mut free = self.free.lock().unwrap();
        if *free == 0 {
            drop(free);
            return None;
        }
        *free -= 1;
        Some(ticket)
    }

    fn free(&self) -> u32 {
        *self.free.lock().unwrap()
    }
}

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        *self.park.free.lock().unwrap() += 1;
    }
}

fn main() {}
