pub struct Zigzag {
    now: i32,
    limit: i32,
}

impl Zigzag {
    pub fn new(n: i32) -> Self {
        Zigzag { now: 0, limit: n }
    }
}

impl Iterator for Zigzag {
    type Item = i32;

    fn next(&mut self) -> Option<i32> {
        if self.now > self.limit + self.limit.max(100) {
            return None;
        }
        let result = self.now;
        self.now = if self.now > 0 {
            -self.now
        } else {
            1 - self.now
        };
        Some(result)
    }
}
