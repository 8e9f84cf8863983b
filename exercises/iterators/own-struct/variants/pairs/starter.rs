pub struct Pairs;

impl Pairs {
    pub fn new(n: u32) -> Self {
        todo!("keep {n}")
    }
}

impl Iterator for Pairs {
    type Item = (u32, u32);

    fn next(&mut self) -> Option<(u32, u32)> {
        todo!()
    }
}
