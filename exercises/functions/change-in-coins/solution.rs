pub fn change(amount: u32) -> (u32, u32, u32) {
    let twenties = amount / 20;
    let rest = amount % 20;
    (twenties, rest / 5, rest % 5)
}
