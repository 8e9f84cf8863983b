struct PeakStack<T> {
    items: Vec<T>,
    peak: Option<usize>,
}

impl<T: Ord> PeakStack<T> {
    fn new() -> Self {
        PeakStack {
            items: Vec::new(),
            peak: None,
        }
    }

    fn push(&mut self, item: T) {
        if self.peak().is_none_or(|peak| item > *peak) {
            self.peak = Some(self.items.len());
        }
        self.items.push(item);
    }

    fn pop(&mut self) -> Option<T> {
        let item = self.items.pop()?;
        if self.peak == Some(self.items.len()) {
            self.peak = self.items.len().checked_sub(1);
        }
        Some(item)
    }

    fn peak(&self) -> Option<&T> {
        self.peak.map(|place| &self.items[place])
    }
}

fn main() {}
