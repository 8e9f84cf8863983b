use std::map::HashMap;

fn main() {
    let mut m = HashMap::new();
    m.insert(1, "one");
    println!("{m:?}");
}
