struct Order {
    table: u8,
    dishes: Vec<String>,
    paid: bool,
}

fn open(table: u8) -> Order {
    Order { table, dishes: Vec::new() }
}

fn main() {
    let o = open(4);
    println!("{} {} {}", o.table, o.dishes.len(), o.paid);
}
