pub trait Volume {
    fn volume(&self) -> u32;
}

pub struct Cup(pub u32, pub u32);

impl Cup for Volume {
    fn volume(&self) -> u32 {
        self.0 * self.1
    }
}

pub fn room(thing: &dyn Volume) -> u32 {
    thing.volume()
}
