pub struct Tank {
    pub size: u32,
    pub level: u32,
}

impl Tank {
    pub fn full(size: u32) -> Self {
        Tank { size, level: size }
    }

    pub fn use_up(&mut self, litres: u32) {
        self.size = self.size.saturating_sub(litres);
    }

    pub fn missing(&self) -> u32 {
        self.size - self.level
    }
}
