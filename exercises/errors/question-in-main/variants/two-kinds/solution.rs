use std::error::Error;

pub fn ratio(a: &str, b: &str) -> Result<f64, Box<dyn Error>> {
    let a: f64 = a.parse()?;
    let b: f64 = b.parse()?;
    if b == 0.0 {
        return Err("division by zero")?;
    }
    Ok(a / b)
}
