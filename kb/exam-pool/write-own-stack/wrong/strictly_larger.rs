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
        if self.peak().is_none_or(|peak| item > *peak) {
            self.peaks.push(self.items.len());
        }
        self.items.push(item);
    }

    fn pop(&mut self) -> Option<T> {
        let item = self.items.pop()?;
        if self.peak() == Some(&item) {
            self.peaks.pop();
        }
        Some(item)
    }

    fn peak(&self) -> Option<&T> {
        let place = *self.peaks.last()?;
        self.items.get(place)
    }
}

fn main() {}
