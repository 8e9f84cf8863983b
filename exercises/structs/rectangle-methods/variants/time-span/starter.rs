pub struct Span {
    pub from: u32,
    pub to: u32,
}

impl Span {
    pub fn single(day: u32) -> Self {
        todo!()
    }

    pub fn days(&self) -> u32 {
        todo!()
    }

    pub fn meets(&self, other: &Span) -> bool {
        todo!()
    }
}
