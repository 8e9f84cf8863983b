pub fn turn(angle: i32, by: i32) -> i32 {
    if angle + by < 0 {
        angle + by + 360
    } else {
        (angle + by) % 361
    }
}
