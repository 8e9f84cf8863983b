pub fn ticket(age: u32) -> u32 {
    if age < 18 {
        let price = 4;
    } else {
        let price = 9;
    }
    price
}
