#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Size {
    Small,
    Medium,
    Large,
}

impl Size {
    pub fn price(self) -> u32 {
        match self {
            Size::Small => 250,
            Size::Medium => 320,
            Size::Large => 390,
        }
    }

    pub fn larger(self) -> Option<Size> {
        match self {
            Size::Small => Some(Size::Medium),
            Size::Medium => Some(Size::Large),
            Size::Large => None,
        }
    }
}
