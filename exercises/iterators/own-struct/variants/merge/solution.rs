pub struct Stairs {
    now: u32,
    step: u32,
}

impl Stairs {
    pub fn new(from: u32, step: u32) -> Self {
        Stairs {
            now: from,
            step: step.max(1),
        }
    }
}

impl Iterator for Stairs {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.now == 0 {
            return None;
        }
        let result = self.now;
        self.now = self.now.saturating_sub(self.step);
        Some(result)
    }
}
