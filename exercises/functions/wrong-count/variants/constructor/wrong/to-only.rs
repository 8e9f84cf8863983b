#[derive(Debug, PartialEq)]
pub struct Span {
    pub from: u32,
    pub to: u32,
}

impl Span {
    pub fn new(to: u32) -> Span {
        Span { from: 0, to }
    }
}

pub fn day() -> Span {
    Span::new(24)
}
