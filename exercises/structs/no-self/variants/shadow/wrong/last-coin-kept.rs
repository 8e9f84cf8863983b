pub struct Purse {
    pub coins: u32,
}

impl Purse {
    pub fn pay(&mut self, n: u32) -> bool {
        if self.coins <= n {
            return false;
        }
        self.coins -= n;
        true
    }
}
