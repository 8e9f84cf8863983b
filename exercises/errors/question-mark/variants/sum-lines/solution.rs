pub fn sum(text: &str) -> Result<i64, usize> {
    let mut total = 0;
    for (i, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let n: i64 = line.trim().parse().map_err(|_| i + 1)?;
        total += n;
    }
    Ok(total)
}
