pub struct Pairs {
    a: u32,
    b: u32,
    n: u32,
}

impl Pairs {
    pub fn new(n: u32) -> Self {
        Pairs { a: 0, b: 1, n }
    }
}

impl Iterator for Pairs {
    type Item = (u32, u32);

    fn next(&mut self) -> Option<(u32, u32)> {
        if self.b >= self.n {
            return None;
        }
        let pair = (self.a, self.b);
        self.b += 1;
        if self.b == self.n && self.a + 2 < self.n {
            self.a += 1;
            self.b = self.a;
        }
        Some(pair)
    }
}
