pub fn countdown(n: u32) -> Vec<u32> {
    let mut list = Vec::new();
    for number in n..0 {
        list.push(number);
    }
    list
}
