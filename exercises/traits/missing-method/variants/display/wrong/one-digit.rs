use std::fmt;

pub struct Price(pub u32);

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}.{} EUR", self.0 / 100, self.0 % 100)
    }
}
