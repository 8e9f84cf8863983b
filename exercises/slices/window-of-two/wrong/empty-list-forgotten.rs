pub fn climbs(heights: &[i32]) -> usize {
    let mut count = 0;
    for i in 0..heights.len() - 1 {
        if heights[i + 1] > heights[i] {
            count += 1;
        }
    }
    count
}
