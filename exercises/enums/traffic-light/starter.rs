#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Light {
    Red,
    Green,
    Yellow,
}

impl Light {
    pub fn next(self) -> Light {
        todo!()
    }

    pub fn seconds(self) -> u32 {
        todo!()
    }
}
