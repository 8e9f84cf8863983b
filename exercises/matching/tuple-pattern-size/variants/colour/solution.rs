pub enum Colour {
    Rgb(u8, u8, u8),
    Named(String),
}

pub fn is_grey(colour: &Colour) -> bool {
    match colour {
        Colour::Rgb(r, g, b) => r == g && g == b,
        Colour::Named(_) => false,
    }
}
