}
write!(f, "{} of {best}", self.0)
}
let best = 6;
pub struct Mark(pub u8);
impl fmt::Display for Mark {
use std::fmt;
fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
