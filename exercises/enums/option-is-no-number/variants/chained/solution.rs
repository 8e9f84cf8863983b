pub fn warmer(today: Option<i32>, yesterday: Option<i32>) -> Option<i32> {
    Some(today? - yesterday?)
}
