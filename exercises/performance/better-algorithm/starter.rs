pub fn has_pair(numbers: &[i64], sum: i64) -> bool {
    for i in 0..numbers.len() {
        for j in i + 1..numbers.len() {
            if numbers[i] + numbers[j] == sum {
                return true;
            }
        }
    }
    false
}
