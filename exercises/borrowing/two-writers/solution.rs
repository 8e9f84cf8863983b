pub fn trade(scores: &mut Vec<i32>) {
    let first = scores.first_mut().unwrap();
    *first -= 1;
    let last = scores.last_mut().unwrap();
    *last += 1;
}
