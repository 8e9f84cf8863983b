pub fn weeks(steps: &[u32]) -> Vec<u32> {
    steps
        .chunks_exact(7)
        .map(|week| week.iter().sum())
        .collect()
}
