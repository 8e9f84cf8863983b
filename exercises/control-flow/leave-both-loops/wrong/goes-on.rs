pub fn pair(target: u32) -> (u32, u32) {
    let mut found = (0, 0);
    'search: for a in 1..=20 {
        for b in a..=20 {
            if a * b == target {
                found = (a, b);
                continue 'search;
            }
        }
    }
    found
}
