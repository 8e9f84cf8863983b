fn main() {
    let tickets = 3;
    let price = 12.50;
    let count: u32 = tickets;
    let total = price * count;
    println!("{total}");
}
