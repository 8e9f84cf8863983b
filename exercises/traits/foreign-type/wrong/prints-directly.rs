use std::fmt;

pub struct Scores(pub Vec<u32>);

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, score) in self.0.iter().enumerate() {
            if i > 0 {
                write!(f, " - ")?;
            }
            print!("{score}");
        }
        Ok(())
    }
}
