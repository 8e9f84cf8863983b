pub struct Stairs;

impl Stairs {
    pub fn new(from: u32, step: u32) -> Self {
        todo!("keep {from} and {step}")
    }
}

impl Iterator for Stairs {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        todo!()
    }
}
