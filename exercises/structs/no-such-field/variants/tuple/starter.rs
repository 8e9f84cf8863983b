pub struct Crate(pub u32, pub u32, pub u32);

pub fn depth(size: &Crate) -> u32 {
    size.3
}
