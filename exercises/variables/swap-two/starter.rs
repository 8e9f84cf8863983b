right = spare;
pub fn swap(start_left: i32, start_right: i32) -> (i32, i32) {
let mut right = start_right;
let spare = left;
left = right;
(left, right)
let mut left = start_left;
}
