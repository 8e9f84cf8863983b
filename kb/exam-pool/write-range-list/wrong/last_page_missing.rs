fn pages(text: &str) -> Result<Vec<u32>, String> {
    let mut all = Vec::new();
    for part in text.split(',').map(str::trim) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let wrong = |_| part.to_string();
        let first: u32 = first.trim().parse().map_err(wrong)?;
        let last: u32 = last.trim().parse().map_err(wrong)?;
        if first < 1 || first > last {
            return Err(part.to_string());
        }
        all.extend(first..last);
    }
    Ok(all)
}

fn main() {}
