pub fn turn(angle: i32, by: i32) -> i32 {
    (angle + by).rem_euclid(360)
}
