pub struct Loaf {
    pub kilos: u32,
    pub sliced: bool,
}

pub fn bake(kilos: u32) -> Loaf {
    Loaf {
        kilos,
        sliced: false,
    }
}
