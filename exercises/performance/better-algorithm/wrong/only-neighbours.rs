pub fn has_pair(numbers: &[i64], sum: i64) -> bool {
    let mut list = numbers.to_vec();
    list.sort();
    list.windows(2).any(|pair| pair[0] + pair[1] == sum)
}
