use std::collections::HashMap;
static PRICES: HashMap<u32, u32> = HashMap::new();
fn main() {
    println!("{}", PRICES.len());
}
