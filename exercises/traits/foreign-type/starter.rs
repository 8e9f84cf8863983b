use std::fmt;

pub struct Scores(pub Vec<u32>);

impl fmt::Display for Vec<u32> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, score) in self.iter().enumerate() {
            if i > 0 {
                write!(f, " - ")?;
            }
            write!(f, "{score}")?;
        }
        Ok(())
    }
}
