use std::fmt;

pub struct Mark(pub u8);

    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
impl fmt::Display for Mark {
        let best = 6;
        write!(f, "{} of {best}", self.0)
    }
}
