use std::rc::Rc;

pub struct Heater {
    pub watts: u32,
}

pub struct Room {
    pub heater: Rc<Heater>,
}

pub fn house() -> (Room, Room) {
    let heater = Rc::new(Heater { watts: 900 });
    let kitchen = Room {
        heater: Rc::clone(&heater),
    };
    let bath = Room {
        heater: Rc::clone(&heater),
    };
    std::mem::forget(heater);
    (kitchen, bath)
}
