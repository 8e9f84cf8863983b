pub mod bakery {
    fn recipe(loaves: u32) -> u32 {
        loaves * 500
    }

    pub fn bread(loaves: u32) -> String {
        format!("{loaves} loaves, {} grams of flour", recipe(loaves))
    }
}

pub fn lunch() -> String {
    bakery::bread(3)
}
