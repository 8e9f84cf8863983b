use std::fmt;

impl fmt::Display for (i32, i32) {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "<{} | {}>", self.0, self.1)
    }
}

fn main() {
    let p = (3, 8);
    println!("{}", p);
    println!("{}", p.0 + p.1);
}
