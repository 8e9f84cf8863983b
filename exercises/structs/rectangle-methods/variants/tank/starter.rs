pub struct Tank {
    pub size: u32,
    pub level: u32,
}

impl Tank {
    pub fn full(size: u32) -> Self {
        todo!()
    }

    pub fn use_up(&mut self, litres: u32) {
        todo!()
    }

    pub fn missing(&self) -> u32 {
        todo!()
    }
}
