pub struct User;
pub struct Room;

pub struct Id {
    number: u32,
}

impl Id {
    pub fn new(number: u32) -> Self {
        Id { number }
    }

    pub fn number(&self) -> u32 {
        self.number
    }
}

pub fn door(room: &Id) -> String {
    format!("door {}", room.number())
}
