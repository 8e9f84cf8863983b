#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Size {
    Small,
    Medium,
    Large,
}

impl Size {
    pub fn price(self) -> u32 {
        todo!()
    }

    pub fn larger(self) -> Option<Size> {
        todo!()
    }
}
