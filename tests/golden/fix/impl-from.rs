
use std::num::ParseIntError;
#[derive(Debug)]
enum E {
    Parse(ParseIntError),
    Neg,
}
fn f(s: &str) -> Result<i32, E> {
    let n: i32 = s.parse()?;
    if n < 0 {
        return Err(E::Neg);
    }
    Ok(n)
}
fn main() {
    println!("{:?}", f("1"));
}
