pub fn above(list: &[i32], limit: i32) -> usize {
    for number in list {
        let mut count = 0;
        if *number > limit {
            count += 1;
        }
    }
    count
}
