pub trait Ring {
    fn sound(&self) -> String;
}

pub struct Phone;

impl Ring for Phone {
    fn sound(&self) -> String {
        String::from("tring")
    }
}

pub fn wake(thing: impl Phone) -> String {
    thing.sound().repeat(2)
}
