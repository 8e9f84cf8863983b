pub fn range(a: i32, b: i32, c: i32) -> (i32, i32) {
    todo!()
}
