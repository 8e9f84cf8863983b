pub struct Sealed<T> {
    inside: T,
}

impl<T> Sealed<T> {
    pub fn new(inside: T) -> Self {
        Sealed { inside }
    }
}

pub fn length(letter: &Sealed<String>) -> usize {
    letter.inside.len()
}
