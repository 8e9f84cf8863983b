pub fn quarter(x: i32, y: i32) -> u8 {
    todo!()
}
