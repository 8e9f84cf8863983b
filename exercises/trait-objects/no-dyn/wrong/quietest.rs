pub trait Noise {
    fn decibel(&self) -> u32;
}

pub fn loudest(a: &dyn Noise, b: &dyn Noise) -> u32 {
    a.decibel().min(b.decibel())
}
