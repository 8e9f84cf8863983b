pub struct Bed {
    pub length: u32,
    pub width: u32,
}

impl Bed {
    pub fn square(side: u32) -> Self {
        todo!()
    }

    pub fn area(&self) -> u32 {
        todo!()
    }

    pub fn fits_into(&self, other: &Bed) -> bool {
        todo!()
    }
}
