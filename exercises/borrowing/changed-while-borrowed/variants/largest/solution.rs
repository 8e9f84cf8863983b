pub fn records(times: &[u32]) -> usize {
    let mut best = u32::MAX;
    let mut count = 0;
    for time in times {
        let old = best;
        if *time < old {
            best = *time;
            count += 1;
        }
        let _ = old;
    }
    count
}
