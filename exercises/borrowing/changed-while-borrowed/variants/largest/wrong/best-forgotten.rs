pub fn records(times: &[u32]) -> usize {
    let best = u32::MAX;
    let mut count = 0;
    for time in times {
        let old = best;
        if *time < old {
            count += 1;
        }
        let _ = old;
    }
    count
}
