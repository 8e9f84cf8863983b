use std::fmt;

impl fmt::Display for Vec<u8> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for b in self {
            write!(f, "{b:02x}")?;
        }
        Ok(())
    }
}

fn main() {
    println!("{}", vec![1u8, 255]);
}
