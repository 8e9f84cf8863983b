use std::collections::BTreeMap;

fn main() {
    let mut stock = BTreeMap::from([("nails", 100), ("screws", 40)]);
    for (_, n) in &stock {
        *n -= 10;
    }
    if let Some(n) = stock.get_mut(&"nails".to_string()) {
        *n += 1;
    }
    for (name, n) in &stock {
        println!("{name} {n}");
    }
}
