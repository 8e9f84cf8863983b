pub fn earn(points: i16, coins: i16, worth: i16) -> Option<i16> {
    let won = coins.wrapping_mul(worth);
    points.checked_add(won)
}
