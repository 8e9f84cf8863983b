pub fn years(start: u64, saved: u64, goal: u64) -> u32 {
    let mut account = start;
    let mut years = 0;
    while account < goal {
        account += account / 20 + saved;
        years += 1;
    }
    years
}
