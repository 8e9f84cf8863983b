use std::fmt::Debug;

trait Describe {
    fn describe(&self) -> String;
}

impl<T: Debug> Describe for T {
    fn describe(&self) -> String {
        format!("{self:?}")
    }
}

impl Describe for u8 {
    fn describe(&self) -> String {
        format!("byte {self}")
    }
}

fn main() {
    println!("{}", 9u8.describe());
}
