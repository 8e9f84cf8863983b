pub fn weeks(steps: &[u32]) -> Vec<u32> {
    steps.windows(7).map(|week| week.iter().sum()).collect()
}
