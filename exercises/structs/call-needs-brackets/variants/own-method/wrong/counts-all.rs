pub struct Lamp {
    pub watts: u32,
}

impl Lamp {
    pub fn is_on(&self) -> bool {
        self.watts > 0
    }
}

pub fn saved(lamps: &[Lamp]) -> usize {
    lamps
        .iter()
        .filter(|lamp| lamp.is_on() || lamp.watts == 0)
        .count()
}
