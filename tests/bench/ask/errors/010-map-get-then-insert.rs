use std::collections::HashMap;

fn main() {
    let mut stock: HashMap<&str, u32> = HashMap::new();
    stock.insert("bolts", 40);
    let current = stock.get("bolts").unwrap();
    stock.insert("bolts", current + 10);
    println!("had {current}, now {:?}", stock.get("bolts"));
}
