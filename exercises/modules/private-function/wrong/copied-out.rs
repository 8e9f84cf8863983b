#[allow(dead_code)]
pub mod bakery {
    fn recipe(loaves: u32) -> u32 {
        loaves * 500
    }

    fn bread(loaves: u32) -> String {
        format!("{loaves} loaves, {} grams of flour", recipe(loaves))
    }
}

pub fn lunch() -> String {
    String::from("3 loaves, 1500 grams of flour")
}
