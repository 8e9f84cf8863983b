use std::num::ParseIntError;

fn price(text: &str) -> Result<i32, ParseIntError> {
    let count = text.parse::<i32>();
    Ok(count * 5 + 1)
}

fn main() {
    println!("{:?}", price("3"));
}
