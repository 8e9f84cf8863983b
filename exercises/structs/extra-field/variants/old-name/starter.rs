pub struct Shoe {
    pub size: u8,
    pub colour: &'static str,
}

pub fn big(shoe: &Shoe) -> Shoe {
    Shoe {
        length: shoe.size + 1,
        colour: shoe.colour,
    }
}
