pub struct Loaf {
    pub grams: u32,
    pub sliced: bool,
}

pub fn bake(kilos: u32) -> Loaf {
    Loaf {
        grams: kilos,
        sliced: false,
    }
}
