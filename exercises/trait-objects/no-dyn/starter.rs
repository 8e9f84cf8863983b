pub trait Noise {
    fn decibel(&self) -> u32;
}

pub fn loudest(a: &Noise, b: &Noise) -> u32 {
    a.decibel().max(b.decibel())
}
