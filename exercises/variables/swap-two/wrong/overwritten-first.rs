pub fn swap(start_left: i32, start_right: i32) -> (i32, i32) {
    let mut left = start_left;
    let mut right = start_right;
    left = right;
    let spare = left;
    right = spare;
    (left, right)
}
