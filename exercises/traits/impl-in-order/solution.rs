use std::fmt;

pub struct Mark(pub u8);

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let best = 6;
        write!(f, "{} of {best}", self.0)
    }
}
