use std::marker::PhantomData;

pub struct User;
pub struct Room;

pub struct Id<T> {
    number: u32,
    kind: PhantomData<T>,
}

impl<T> Id<T> {
    pub fn new(number: u32) -> Self {
        Id {
            number,
            kind: PhantomData,
        }
    }

    pub fn number(&self) -> u32 {
        let _ = self.kind;
        self.number
    }
}

pub fn door(room: &Id<Room>) -> String {
    format!("door {}", room.number())
}
