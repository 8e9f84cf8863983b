pub struct Bed {
    pub length: u32,
    pub width: u32,
}

impl Bed {
    pub fn square(side: u32) -> Self {
        Bed {
            length: side,
            width: side,
        }
    }

    pub fn area(&self) -> u32 {
        self.length * self.width
    }

    pub fn fits_into(&self, other: &Bed) -> bool {
        self.length <= other.length || self.width <= other.width
    }
}
