pub struct Span {
    pub from: u32,
    pub to: u32,
}

impl Span {
    pub fn single(day: u32) -> Self {
        Span { from: day, to: day }
    }

    pub fn days(&self) -> u32 {
        self.to - self.from + 1
    }

    pub fn meets(&self, other: &Span) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}
