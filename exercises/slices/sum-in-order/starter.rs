}
let mut count = 0;
if *number > limit {
for number in list {
count
pub fn above(list: &[i32], limit: i32) -> usize {
}
count += 1;
}
