use std::collections::HashMap;

pub fn price(menu: &HashMap<&str, u32>, dish: &str) -> u32 {
    *menu.get(dish).unwrap()
}
