pub fn earn(points: i16, coins: i16, worth: i16) -> Option<i16> {
    let won = coins.checked_mul(worth)?;
    Some(points.wrapping_add(won))
}
