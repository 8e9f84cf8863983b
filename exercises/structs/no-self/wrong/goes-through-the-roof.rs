pub struct Lift {
    pub floor: u8,
}

impl Lift {
    pub fn up(&mut self) -> u8 {
        if self.floor <= 9 {
            self.floor += 1;
        }
        self.floor
    }
}
