pub fn countdown(n: u32) -> Vec<u32> {
    let mut list = Vec::new();
    for number in (0..n).rev() {
        list.push(number);
    }
    list
}
