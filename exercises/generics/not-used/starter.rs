pub struct User;
pub struct Room;

pub struct Id<T> {
    number: u32,
}

impl<T> Id<T> {
    pub fn new(number: u32) -> Self {
        Id { number }
    }

    pub fn number(&self) -> u32 {
        self.number
    }
}

pub fn door(room: &Id<Room>) -> String {
    format!("door {}", room.number())
}
