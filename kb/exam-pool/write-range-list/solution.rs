use std::ops::RangeInclusive;

fn pages(text: &str) -> Result<Vec<u32>, String> {
    let mut all = Vec::new();
    for part in text.split(',').map(str::trim) {
        all.extend(range(part).ok_or_else(|| part.to_string())?);
    }
    Ok(all)
}

fn range(part: &str) -> Option<RangeInclusive<u32>> {
    let (first, last) = part.split_once('-').unwrap_or((part, part));
    let first: u32 = first.trim().parse().ok()?;
    let last: u32 = last.trim().parse().ok()?;
    (first >= 1 && first <= last).then_some(first..=last)
}

fn main() {
    println!("{:?}", pages("1-3,7"));
    println!("{:?}", pages("4, x"));
}
