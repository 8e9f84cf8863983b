use std::collections::HashSet;

pub fn has_pair(numbers: &[i64], sum: i64) -> bool {
    let mut seen = HashSet::new();
    for n in numbers {
        if seen.contains(&(sum - n)) {
            return true;
        }
        seen.insert(n);
    }
    false
}
