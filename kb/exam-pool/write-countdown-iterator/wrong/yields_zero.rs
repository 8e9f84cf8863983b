struct Halves {
    next: Option<u32>,
}

impl Halves {
    fn new(start: u32) -> Halves {
        Halves { next: Some(start) }
    }
}

impl Iterator for Halves {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let item = self.next?;
        self.next = (item > 1).then_some(item / 2);
        Some(item)
    }
}

fn main() {}
