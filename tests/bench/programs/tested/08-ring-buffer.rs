#[derive(Debug, Clone)]
pub struct Ring<T> {
    slots: Vec<Option<T>>,
    start: usize,
    len: usize,
}

impl<T: Clone> Ring<T> {
    pub fn with_capacity(n: usize) -> Self {
        Ring { slots: vec![None; n], start: 0, len: 0 }
    }

    pub fn push(&mut self, item: T) {
        let cap = self.slots.len();
        let at = (self.start + self.len) % cap;
        self.slots[at] = item;
        if self.len == cap {
            self.start = self.start + 1;
        } else {
            self.len += 1;
        }
    }

    pub fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        let item = self.slots[self.start].take();
        self.start = (self.start + 1) % self.slots.len();
        self.len -= 1;
        item
    }

    pub fn iter(&self) -> impl Iterator<Item = &T> {
        let cap = self.slots.len();
        (0..self.len).filter_map(|i| self.slots[(self.start + i) % cap].as_ref())
    }
}

fn main() {
    let mut r = Ring::with_capacity(2);
    r.push(1);
    r.push(2);
    r.push(3);
    println!("{:?}", r.iter().collect::<Vec<_>>());
    println!("{:?}", r.pop());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_in_first_out() {
        let mut r = Ring::with_capacity(3);
        r.push('a');
        r.push('b');
        assert_eq!(r.pop(), Some('a'));
        assert_eq!(r.pop(), Some('b'));
        assert_eq!(r.pop(), None);
    }

    #[test]
    fn old_items_fall_out() {
        let mut r = Ring::with_capacity(2);
        for n in 1..=7 {
            r.push(n);
        }
        assert_eq!(r.iter().copied().collect::<Vec<i32>>(), vec![6, 7]);
    }

    #[test]
    fn wraps_around_twice() {
        let mut r = Ring::with_capacity(2);
        for n in 1..=6 {
            r.push(n);
        }
        assert_eq!(r.pop(), Some(5));
        assert_eq!(r.pop(), Some(6));
    }
}
