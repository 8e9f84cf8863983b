pub fn climbs(heights: &[i32]) -> usize {
    heights
        .chunks_exact(2)
        .filter(|pair| pair[1] > pair[0])
        .count()
}
