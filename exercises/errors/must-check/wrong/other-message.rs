pub struct Percent(u32);

impl Percent {
    pub fn new(n: u32) -> Percent {
        assert!(n <= 100, "too large: {n}");
        Percent(n)
    }

    pub fn try_new(n: u32) -> Option<Percent> {
        (n <= 100).then_some(Percent(n))
    }

    pub fn of(&self, n: u64) -> u64 {
        (u128::from(n) * u128::from(self.0) / 100) as u64
    }
}
