#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Span {
    pub minutes: u32,
}
