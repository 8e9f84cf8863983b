pub fn week(mut days: Vec<Vec<u32>>, extra: Vec<u32>) -> Vec<Vec<u32>> {
    match days.last_mut() {
        Some(day) => day.extend(extra),
        None => days.push(extra),
    }
    days
}
