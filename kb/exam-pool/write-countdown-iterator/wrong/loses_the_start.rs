struct Halves {
    now: u32,
}

impl Halves {
    fn new(start: u32) -> Halves {
        Halves { now: start }
    }
}

impl Iterator for Halves {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.now /= 2;
        if self.now == 0 { None } else { Some(self.now) }
    }
}

fn main() {}
