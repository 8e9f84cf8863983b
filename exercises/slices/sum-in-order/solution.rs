pub fn above(list: &[i32], limit: i32) -> usize {
    let mut count = 0;
    for number in list {
        if *number > limit {
            count += 1;
        }
    }
    count
}
