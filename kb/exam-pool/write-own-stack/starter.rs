struct PeakStack<T> {
    items: Vec<T>,
}

impl<T: Ord> PeakStack<T> {
    fn new() -> Self {
        todo!()
    }

    fn push(&mut self, item: T) {
        todo!()
    }

    fn pop(&mut self) -> Option<T> {
        todo!()
    }

    fn peak(&self) -> Option<&T> {
        todo!()
    }
}

fn main() {
    let mut stack = PeakStack::new();
    for n in [3, 8, 5] {
        stack.push(n);
    }
    println!("{:?} {:?}", stack.items, stack.peak());
    println!("{:?}", stack.pop());
}
