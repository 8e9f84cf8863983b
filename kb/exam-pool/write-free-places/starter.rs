use std::sync::Mutex;

struct CarPark {
    free: Mutex<u32>,
}

struct Ticket<'a> {
    park: &'a CarPark,
}

impl CarPark {
    fn new(places: u32) -> CarPark {
        todo!()
    }

    fn park(&self) -> Option<Ticket<'_>> {
        todo!()
    }

    fn free(&self) -> u32 {
        todo!()
    }
}

fn main() {
    let park = CarPark::new(1);
    let ticket = park.park();
    println!("{} {}", ticket.is_some(), park.park().is_some());
    drop(ticket);
    println!("{}", park.free());
}
