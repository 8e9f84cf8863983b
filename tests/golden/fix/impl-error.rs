use std::error::Error;

#[derive(Debug)]
enum Trouble {
    Negative,
}

fn check(n: i32) -> Result<i32, Box<dyn Error>> {
    if n < 0 {
        return Err(Box::new(Trouble::Negative));
    }
    Ok(n)
}

fn main() {
    println!("{:?}", check(1));
}
