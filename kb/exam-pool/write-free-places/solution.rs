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

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        *self.park.free.lock().unwrap() += 1;
    }
}

fn main() {
    let park = CarPark::new(1);
    let ticket = park.park();
    println!("{} {}", ticket.is_some(), park.park().is_some());
    drop(ticket);
    println!("{}", park.free());
}
