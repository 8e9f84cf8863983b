pub trait Speak {
    fn word(&self) -> String;

    fn shout(&self) -> String {
        format!("{}!", self.word())
    }
}

pub struct Dog;
pub struct Fish;

impl Speak for Dog {
    fn word(&self) -> String {
        String::from("wuff")
    }
}

impl Speak for Fish {
    fn word(&self) -> String {
        String::new()
    }

    fn shout(&self) -> String {
        String::from("...")
    }
}
