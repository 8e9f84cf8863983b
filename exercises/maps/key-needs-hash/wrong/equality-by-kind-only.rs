use std::collections::HashSet;
use std::hash::Hash;

#[derive(Eq)]
pub enum Colour {
    Red,
    Blue,
    Mixed(u8, u8, u8),
}

fn different<T: Eq + Hash>(list: Vec<T>) -> usize {
    HashSet::<T>::from_iter(list).len()
}

impl PartialEq for Colour {
    fn eq(&self, other: &Colour) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl Hash for Colour {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
    }
}

pub fn colours(list: Vec<Colour>) -> usize {
    different(list)
}
