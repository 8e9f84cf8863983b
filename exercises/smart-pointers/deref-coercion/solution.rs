use std::ops::Deref;

pub struct Sealed<T> {
    inside: T,
}

impl<T> Sealed<T> {
    pub fn new(inside: T) -> Self {
        Sealed { inside }
    }
}

impl<T> Deref for Sealed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inside
    }
}

pub fn length(letter: &Sealed<String>) -> usize {
    let text: &String = &**letter;
    text.len()
}
