pub struct Purse {
    pub coins: u32,
}

impl Purse {
    pub fn pay(&mut self, n: u32) -> bool {
        if self.coins < n {
            self.coins = 0;
            return false;
        }
        self.coins -= n;
        true
    }
}
