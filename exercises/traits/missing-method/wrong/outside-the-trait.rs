pub trait Greeter {
    fn name(&self) -> String;
    fn greet(&self) -> String;
}

pub struct Robot {
    pub number: u8,
}

impl Greeter for Robot {
    fn name(&self) -> String {
        format!("R{}", self.number)
    }
}

impl Robot {
    pub fn greet(&self) -> String {
        format!("BEEP {}", self.name())
    }
}
