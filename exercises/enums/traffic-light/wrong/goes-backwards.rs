#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Light {
    Red,
    Green,
    Yellow,
}

impl Light {
    pub fn next(self) -> Light {
        match self {
            Light::Red => Light::Yellow,
            Light::Yellow => Light::Green,
            Light::Green => Light::Red,
        }
    }

    pub fn seconds(self) -> u32 {
        match self {
            Light::Red => 30,
            Light::Green => 25,
            Light::Yellow => 5,
        }
    }
}
