use std::ops::Deref;

pub struct Sealed<T> {
    inside: T,
}

impl<T> Sealed<T> {
    pub fn new(inside: T) -> Self {
        Sealed { inside }
    }
}

impl Deref for Sealed<String> {
    type Target = String;

    fn deref(&self) -> &String {
        &self.inside
    }
}

pub fn length(letter: &Sealed<String>) -> usize {
    let text: &String = &**letter;
    text.len()
}
