pub fn ticket(age: u32) -> u32 {
    let price;
    if age < 18 {
        price = 4;
    } else {
        price = 9;
    }
    price
}
