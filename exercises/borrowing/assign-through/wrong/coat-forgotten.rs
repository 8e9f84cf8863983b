pub struct Door {
    pub colour: String,
    pub coats: u32,
}

pub fn paint(door: &mut Door, colour: &str) {
    door.colour = colour.to_string();
}
