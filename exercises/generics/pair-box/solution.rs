pub struct Pair<T> {
    pub a: T,
    pub b: T,
}

impl<T> Pair<T> {
    pub fn new(a: T, b: T) -> Self {
        Pair { a, b }
    }

    pub fn swap(self) -> Self {
        Pair {
            a: self.b,
            b: self.a,
        }
    }
}

impl<T: PartialOrd> Pair<T> {
    pub fn larger(&self) -> &T {
        if self.b > self.a { &self.b } else { &self.a }
    }
}
