pub struct User;
pub struct Room;

pub struct Id<T> {
    number: u32,
    kind: Option<T>,
}

impl<T> Id<T> {
    pub fn new(number: u32) -> Self {
        Id { number, kind: None }
    }

    pub fn number(&self) -> u32 {
        let _ = self.kind.is_some();
        self.number
    }
}

pub fn door(room: &Id<Room>) -> String {
    format!("door {}", room.number())
}
