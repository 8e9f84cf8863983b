struct Ticket {
    type: String,
    price: u32,
}

fn main() {
    println!("{}", Ticket { price: 3, type: "day".to_string() }.price);
}
