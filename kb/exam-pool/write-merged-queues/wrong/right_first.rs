use std::iter::Peekable;

struct Merged<A: Iterator, B: Iterator> {
    left: Peekable<A>,
    right: Peekable<B>,
}

fn merged<A: Iterator, B: Iterator>(left: A, right: B) -> Merged<A, B> {
    Merged {
        left: left.peekable(),
        right: right.peekable(),
    }
}

impl<T, A, B> Iterator for Merged<A, B>
where
    T: PartialOrd,
    A: Iterator<Item = T>,
    B: Iterator<Item = T>,
{
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match (self.left.peek(), self.right.peek()) {
            (Some(l), Some(r)) if l < r => self.left.next(),
            (_, Some(_)) => self.right.next(),
            _ => self.left.next(),
        }
    }
}

fn main() {}
