use std::collections::HashSet;
use std::hash::Hash;

#[derive(PartialEq, Eq, Hash)]
pub enum Colour {
    Red,
    Blue,
    Mixed(u8, u8, u8),
}

fn different<T: Eq + Hash>(list: Vec<T>) -> usize {
    HashSet::<T>::from_iter(list).len()
}

pub fn colours(list: Vec<Colour>) -> usize {
    different(list)
}
