use std::collections::BTreeMap;

pub fn take(stock: &mut BTreeMap<String, u32>, item: &str) -> u32 {
    stock.remove(item).unwrap_or(0)
}
