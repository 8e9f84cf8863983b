fn add_one(days: &mut [u32]) {
    for day in days {
        *day += 1;
    }
}

pub fn week(hours: [u32; 3]) -> u32 {
    let hours = hours;
    add_one(&mut hours);
    hours.iter().sum()
}
