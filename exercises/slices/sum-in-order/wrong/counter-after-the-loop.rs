pub fn above(list: &[i32], limit: i32) -> usize {
    for number in list {
        if *number > limit {
            count += 1;
        }
    }
    let mut count = 0;
    count
}
