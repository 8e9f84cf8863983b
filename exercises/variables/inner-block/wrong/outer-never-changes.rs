pub fn ticket(age: u32) -> u32 {
    let price = 9;
    if age < 18 {
        let price = 4;
        let _ = price;
    }
    price
}
