use super::*;
use std::sync::Barrier;
use std::thread;

#[test]
fn places_are_counted() {
    let park = CarPark::new(2);
    assert_eq!(park.free(), 2, "nobody is there");
    let a = park.park();
    let b = park.park();
    assert!(a.is_some() && b.is_some(), "two places for two cars");
    assert_eq!(park.free(), 0, "all taken");
    assert!(park.park().is_none(), "no place for a third car");
    assert_eq!(park.free(), 0, "nothing changed for the car sent away");
}

#[test]
fn a_dropped_ticket_frees_its_place() {
    let park = CarPark::new(1);
    {
        let _ticket = park.park();
        assert_eq!(park.free(), 0, "taken");
    }
    assert_eq!(park.free(), 1, "free again");
    assert!(park.park().is_some(), "for the next car");
}

#[test]
fn no_places_at_all() {
    assert!(CarPark::new(0).park().is_none(), "no place");
}

#[test]
fn many_threads_come_at_once() {
    let park = CarPark::new(3);
    let (start, end) = (Barrier::new(8), Barrier::new(8));
    let got: usize = thread::scope(|scope| {
        let cars: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    start.wait();
                    let ticket = park.park();
                    end.wait();
                    usize::from(ticket.is_some())
                })
            })
            .collect();
        cars.into_iter().map(|car| car.join().unwrap()).sum()
    });
    assert_eq!(got, 3, "cars that got a place");
    assert_eq!(park.free(), 3, "all have left");
}
