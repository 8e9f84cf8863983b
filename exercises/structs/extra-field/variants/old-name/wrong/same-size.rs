pub struct Shoe {
    pub size: u8,
    pub colour: &'static str,
}

pub fn big(shoe: &Shoe) -> Shoe {
    Shoe {
        size: shoe.size,
        colour: shoe.colour,
    }
}
