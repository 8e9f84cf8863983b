pub struct Percent(u32);

impl Percent {
    pub fn new(n: u32) -> Percent {
        todo!()
    }

    pub fn try_new(n: u32) -> Option<Percent> {
        todo!()
    }

    pub fn of(&self, n: u64) -> u64 {
        todo!()
    }
}
