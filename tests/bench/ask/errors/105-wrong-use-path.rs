use std::map::BTreeMap;

fn main() {
    let mut ranks = BTreeMap::new();
    ranks.insert(1, "gold");
    println!("{ranks:?}");
}
