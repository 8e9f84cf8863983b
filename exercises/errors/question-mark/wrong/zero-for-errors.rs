pub fn area(text: &str) -> Result<u32, String> {
    let bad = || format!("bad size: {text}");
    let (a, b) = text.split_once('x').ok_or_else(bad)?;
    let a: u32 = a.trim().parse().unwrap_or(0);
    let b: u32 = b.trim().parse().map_err(|_| bad())?;
    Ok(a * b)
}
