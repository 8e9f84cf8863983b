pub trait Noise {
    fn decibel(&self) -> u32;
}

pub fn loudest<T: Noise>(a: &T, b: &T) -> u32 {
    a.decibel().max(b.decibel())
}
