pub fn climbs(heights: &[i32]) -> usize {
    heights.windows(2).filter(|pair| pair[1] > pair[0]).count()
}
