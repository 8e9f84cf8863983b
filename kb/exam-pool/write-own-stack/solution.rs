struct PeakStack<T> {
    items: Vec<T>,
    peaks: Vec<usize>,
}

impl<T: Ord> PeakStack<T> {
    fn new() -> Self {
        PeakStack {
            items: Vec::new(),
            peaks: Vec::new(),
        }
    }

    fn push(&mut self, item: T) {
        if self.peak().is_none_or(|peak| item >= *peak) {
            self.peaks.push(self.items.len());
        }
        self.items.push(item);
    }

    fn pop(&mut self) -> Option<T> {
        let item = self.items.pop()?;
        if self.peaks.last() == Some(&self.items.len()) {
            self.peaks.pop();
        }
        Some(item)
    }

    fn peak(&self) -> Option<&T> {
        self.peaks.last().map(|&place| &self.items[place])
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
