use std::error::Error;

pub fn ratio(a: &str, b: &str) -> Result<f64, Box<dyn Error>> {
    let a: f64 = a.parse()?;
    let b: f64 = b.parse()?;

    Ok(a / b)
}
