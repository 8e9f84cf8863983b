pub fn has_pair(numbers: &[i64], sum: i64) -> bool {
    let mut seen: Vec<i64> = Vec::new();
    for n in numbers {
        if seen.iter().any(|old| old + n == sum) {
            return true;
        }
        seen.push(*n);
    }
    false
}
