use std::ops::{Add, Mul, Sub};

#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Span {
    pub minutes: u32,
}

impl From<u32> for Span {
    fn from(minutes: u32) -> Self {
        Span { minutes }
    }
}

impl From<Span> for String {
    fn from(span: Span) -> String {
        format!("{}:{:02}", span.minutes / 60, span.minutes % 60)
    }
}

impl Add for Span {
    type Output = Span;

    fn add(self, other: Span) -> Span {
        Span::from(self.minutes + other.minutes)
    }
}

impl Sub for Span {
    type Output = Span;

    fn sub(self, other: Span) -> Span {
        Span::from(self.minutes - other.minutes)
    }
}

impl Mul<u32> for Span {
    type Output = Span;

    fn mul(self, times: u32) -> Span {
        Span::from(self.minutes * times)
    }
}
