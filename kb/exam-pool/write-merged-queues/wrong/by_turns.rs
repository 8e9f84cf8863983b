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
        let (l, r) = (self.left.peek(), self.right.peek());
        if l <= r {
            self.left.next()
        } else {
            self.right.next()
        }
    }
}

fn main() {}
