use std::fmt::{self, Dislay};

struct Rows(Vec<u32>);

pub impl Display for Rows {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (i, r) in self.0.iter().enumerate() {
            if i > 0 {
                write!(f, "; ")?;
            }
            write!(f, "{r}")?;
        }
        Ok(())
    }
}

fn main() {
    println!("{}", Rows(vec![3, 1, 4]));
    println!("{}", Rows(vec![]).to_string().len());
}
