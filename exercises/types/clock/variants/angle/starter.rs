pub fn turn(angle: i32, by: i32) -> i32 {
    todo!()
}
